import { pick } from '../../../conversation/questions/pick.ts';
import { literal, say, type Text } from '../../../conversation/reply.ts';
import type { ReportState } from '../../../domain/report-state.ts';
import type { Similar } from '../../../reads.ts';
import { type Ask, chosenCategory } from './answers.ts';

const age = (days: number): Text => {
  if (days === 0) return say('age.today');
  return days === 1 ? say('age.day') : say('age.days', { days });
};

const about = ({ metres, days, state }: Similar): Text =>
  say('similar.line', { metres, age: age(days), state: say(`state.${state as ReportState}`) });

/** Open reports of the same kind close by, by category, distance, age and status only: never words, never a number. */
export const similarQuestion = ({ answers, facts, moment }: Ask) => {
  const nearby = facts.nearby ?? [];
  const category = chosenCategory(answers, moment);
  if (nearby.length === 0 || !category) return undefined;
  const lines = nearby.map(
    (one, i): Text =>
      nearby.length === 1 ? about(one) : { join: [literal(`${i + 1}.`), about(one)], by: ' ' },
  );
  return pick({
    text: say('similar.ask', { category: literal(category.label), list: { join: lines, by: '\n' } }),
    choices: [
      ...nearby.map((one, i) => ({
        id: `f-${one.ticket}`,
        label: nearby.length === 1 ? say('similar.follow') : say('similar.follow-nth', { nth: i + 1 }),
      })),
      { id: 'new', label: say('similar.new') },
    ],
    columns: 1,
  });
};
