import { literal, say, type Text } from '../../conversation/reply.ts';
import type { LearningProfile } from '../../domain/training/learning-profile.ts';
import { jpWords } from '../../domain/training/short-title.ts';
import type { PersonnelDate } from '../../domain/training/training-record.ts';
import { trainingOf } from '../../domain/training/training-settings.ts';
import type { YearStanding } from '../../domain/training/year-standing.ts';
import type { City } from '../../ports.ts';
import { personnelDateText } from './personnel-date-text.ts';
import { yearBar } from './year-bar.ts';

/** What is still to be done, and how long there is time. */
const leftText = ({ missing, left: { weeks, workingDays: days, estimate } }: YearStanding): Text => {
  if (missing === 0) return say('profile.jp.reached');
  const blanks = { jp: jpWords(missing), weeks, days };
  if (estimate) return say('profile.jp.left-about', blanks);
  if (days === 0) return say('profile.jp.left-none', blanks);
  return weeks > 0 ? say('profile.jp.left', blanks) : say('profile.jp.left-days', blanks);
};

const paceText = ({ missing, pace: { behind, next } }: YearStanding): Text[] => {
  if (missing === 0) return [];
  if (behind)
    return [
      say('profile.jp.behind', {
        date: { date: behind.on },
        max: jpWords(behind.due),
        jp: jpWords(behind.missing),
      }),
    ];
  return next ? [say('profile.jp.next', { date: { date: next.on }, max: jpWords(next.due) })] : [];
};

/** The year's hours: against a target with the time left, under a ceiling, or as they are. */
export const yearLines = (standing: YearStanding): Text[] => {
  const { year, verified, waiting, duty, above } = standing;
  const jp = jpWords(verified);
  const more = waiting > 0 ? [say('profile.jp.waiting', { jp: jpWords(waiting) })] : [];
  switch (duty.is) {
    case 'target':
      return [
        say('profile.jp.target', { year, jp, max: jpWords(duty.jp) }),
        literal(yearBar(verified, duty.jp)),
        leftText(standing),
        ...more,
        ...paceText(standing),
      ];
    case 'ceiling':
      return [
        say('profile.jp.ceiling', { year, jp, max: jpWords(duty.jp) }),
        ...(above > 0 ? [say('profile.jp.above', { jp: jpWords(above) })] : []),
        ...more,
      ];
    case 'none':
      return [say('profile.jp.free', { year, jp }), ...more];
    default:
      return duty satisfies never;
  }
};

/** The competence part of IP-ASN, of 40, and what is not fulfilled: an estimate, as not all of its points are confirmed. */
export const competenceLines = (
  { competence: { points, parts } }: LearningProfile,
  { agency }: Pick<City, 'agency'>,
): Text[] => {
  if (parts.length === 0) return [];
  const { ipAsn } = trainingOf(agency.settings);
  const named = parts
    .filter(({ fulfilled }) => !fulfilled)
    .map(({ part }) => say(`competence.${part}`, { jp: jpWords(ipAsn.parts[part].atLeast) }));
  const whole = parts.reduce((sum, part) => sum + Number(part.points), 0);
  return [
    say('profile.competence', { jp: points.replace('.', ','), max: String(whole).replace('.', ',') }),
    ...(named.length > 0 ? [say('profile.competence.missing', { parts: { join: named, by: ', ' } })] : []),
  ];
};

/** Dates to come by the personnel file of a day; they promise nothing. */
export const dateLines = (dates: readonly PersonnelDate[]): Text[] =>
  dates.map(({ kind, date, asOf }) =>
    say('profile.date', {
      what: personnelDateText(kind),
      date: { date, year: true },
      until: { date: asOf, year: true },
    }),
  );
