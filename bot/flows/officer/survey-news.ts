import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { elementName } from '../../domain/skm/elements.ts';
import { performances } from '../../domain/skm/grade.ts';
import { smallGroup } from '../../domain/skm/hide-small.ts';
import type { Proposal } from '../../domain/skm/proposals.ts';
import type { SurveyWeek } from '../../domain/skm/survey-week.ts';
import { periodText } from '../period-text.ts';

const printed = (value: string): Text => literal(value.replace('.', ','));

const choices = [{ id: 'go:skm-change', label: say('button.tell-change') }];

const standing = ({ standing: now }: SurveyWeek): Text[] => {
  if (!now) return [];
  const { period, index, respondents, trend } = now;
  const figure = say('survey-week.standing', {
    period: periodText(period),
    value: printed(index.ikm),
    grade: say(`skm.performance.${performances[index.grade]}`),
    count: respondents,
  });
  if (!trend) return [figure];
  const beside = say(`survey-week.${trend.is}`, {
    value: printed(trend.was),
    period: periodText(trend.period),
  });
  return [{ join: [figure, beside], by: ' ' }];
};

const odd = ({ odd: found, without }: SurveyWeek): Text[] =>
  found.length === 0
    ? []
    : [
        say('survey-week.odd'),
        ...found.map(({ why, count }) => say(`survey-week.odd.${why}`, { count })),
        ...(without === null ? [] : [say('survey-week.without', { value: printed(without) })]),
      ];

const proposals = ({ proposals: elements }: SurveyWeek): Text[] =>
  elements.length === 0
    ? []
    : [
        say('survey-week.proposals', {
          list: { join: elements.map((element) => say(elementName(element))), by: ', ' },
        }),
      ];

const comments = ({ comments: said, more }: SurveyWeek): Text[] =>
  said.length === 0
    ? []
    : [
        say('survey-week.comments'),
        ...said.map(({ service, words }) => literal(`• ${service === null ? '' : `${service}: `}${words}`)),
        ...(more > 0 ? [say('survey-week.more', { count: more })] : []),
      ];

/** What an office hears of a week of its survey: figures that everybody may know, what is odd, and what people wrote. */
export const surveyWeekReply = (week: SurveyWeek): Reply => {
  const rated =
    week.rated < smallGroup
      ? say('survey-week.few', { count: smallGroup })
      : say('survey-week.rated', { count: week.rated });
  const figures = [rated, ...standing(week)];
  const parts = [figures, odd(week), proposals(week), comments(week)]
    .filter((part) => part.length > 0)
    .map((part): Text => ({ join: part, by: '\n' }));
  return {
    text: { join: [say('survey-week.title', { unit: literal(week.unit.name) }), ...parts], by: '\n\n' },
    choices,
  };
};

const proposed = (below: string, { element, period, was, value }: Proposal): Text => {
  const length = period.length === 'own' ? 'month' : period.length;
  return say(`survey-proposal.${length}`, {
    label: say(elementName(element)),
    value: printed(below),
    from: printed(was),
    to: printed(value),
  });
};

/** What the head of an office hears when elements stayed low; `below`: the number they are under. */
export const proposalReply = (unit: Proposal['unit'], all: readonly Proposal[], below: string): Reply => ({
  text: {
    join: [
      say('survey-proposal.title', { unit: literal(unit.name) }),
      ...all.map((one) => proposed(below, one)),
      say('survey-proposal.end'),
    ],
    by: '\n',
  },
  choices,
});
