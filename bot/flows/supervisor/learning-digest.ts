import { say, type Text } from '../../conversation/reply.ts';
import { smallGroup } from '../../domain/skm/hide-small.ts';
import { type MonthFigures, told } from '../../domain/training/month-figures.ts';
import { jpWords } from '../../domain/training/short-title.ts';
import { yearBar } from '../asn/year-bar.ts';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const monthText = (month: string): Text => say(`date.month.${months[Number(month.slice(5)) - 1] ?? 1}`);

const reachedText = ({ reached, owing }: MonthFigures): Text[] => {
  const count = told(reached);
  if (owing === 0 || count === 'none') return [];
  return count === 'some'
    ? [say('learning-digest.reached-some', { people: owing })]
    : [say('learning-digest.reached', { bar: yearBar(reached, owing), count, people: owing })];
};

const learntText = ({ learners, jp }: MonthFigures): Text[] => {
  const count = told(learners);
  if (count === 'none') return [];
  return [
    count === 'some'
      ? say('learning-digest.learnt-some')
      : say('learning-digest.learnt', { count, jp: jpWords(jp) }),
  ];
};

const behindText = ({ behind }: MonthFigures): Text[] => {
  const count = told(behind);
  if (count === 'none') return [];
  return [count === 'some' ? say('learning-digest.behind-some') : say('learning-digest.behind', { count })];
};

/** The month that ended, for whoever looks after others' learning: numbers without names; a small circle is only pointed to its page. */
export const learningDigest = (figures: MonthFigures, month: string): Text => {
  const blanks = { month: monthText(month) };
  if (figures.people < smallGroup) return say('learning-digest.small', blanks);
  return {
    join: [
      say('learning-digest.title', blanks),
      ...reachedText(figures),
      ...learntText(figures),
      ...behindText(figures),
      say('learning-digest.more'),
    ],
    by: '\n',
  };
};
