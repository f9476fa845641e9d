import { localDate } from '../../bot/domain/local-date.ts';
import { averagesOf, ikm } from '../../bot/domain/skm/ikm.ts';
import { surveyPeriod } from '../../bot/domain/skm/survey-period.ts';
import { surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import { pooled } from '../../bot/domain/skm/tally.ts';
import type { City } from '../../bot/ports.ts';
import type { SurveyFigure } from '../../bot/reads.ts';
import type { Runner } from '../prepared.ts';
import { talliesBetween } from './skm-tallies.ts';

/** How a service stands in the running survey period, as everybody may know it: it moves once a day at most, by five forms at least; null before the first five. */
export const surveyFigure = async (
  runner: Runner,
  { agency }: City,
  service: string,
  now: Date,
): Promise<SurveyFigure | null> => {
  const { period: length, weight } = surveyOf(agency.settings);
  const { from, until } = surveyPeriod(localDate(now, agency.zone), length);
  const rows = await talliesBetween(runner, { by: 'shown', from, until, service });
  const whole = pooled(rows.map(({ tally }) => tally));
  const index = ikm(averagesOf(whole), weight);
  const on = rows
    .map(({ last }) => last)
    .sort()
    .at(-1);
  return index && on ? { ikm: index.ikm, grade: index.grade, respondents: whole.respondents, on } : null;
};
