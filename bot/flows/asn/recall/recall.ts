import { type Asking, fact, form } from '../../../conversation/form.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { authored, literal, say, type Text } from '../../../conversation/reply.ts';
import { localDate } from '../../../domain/local-date.ts';
import { unmarked } from '../../../domain/modules/module-limits.ts';
import type { Recalled } from '../../../domain/modules/recall-reads.ts';
import { afterAnswer } from '../../../domain/modules/repetition.ts';
import { addWorkingDays, isWorkingDay } from '../../../domain/working-days.ts';

type Answers = { choice: string };
type Facts = { next: Recalled | null };

const shelf = { id: 'go:learn-shelf', label: say('button.learn') };

const question = ({ title, ask, choices, order, module }: Recalled) => {
  const stop = { id: `go:recall-stop:${module}`, label: say('button.recall-stop') };
  return pick({
    text: say('recall.ask', { title: authored(title), question: authored(ask) }),
    choices: [
      ...order.map((place) => ({ id: String(place), label: literal(unmarked(choices[place] ?? '')) })),
      stop,
    ],
    spelled: order.length,
    columns: 1,
  });
};

/** When it comes back, if ever: on a day off nobody is asked anything. */
const comesBack = (next: Recalled, right: boolean, { city, now }: Asking<Answers, Facts>['moment']): Text => {
  const after = afterAnswer(next.repetition, { right, on: localDate(now, city.agency.zone) });
  if (after === 'known') return say('recall.known');
  const { dueOn } = after;
  const { calendar } = city;
  const date = isWorkingDay(calendar, dueOn) ? dueOn : addWorkingDays(calendar, dueOn, 1).due;
  return say('recall.again', { date: { date } });
};

/** A question that was answered wrongly comes back; said at once is why it is so, and when it comes again. */
export const recall = form<Answers, Facts>({
  id: 'recall',
  work: true,
  facts: {
    next: fact<Answers, Recalled | null, true>({ of: () => true, read: (reads) => reads.recalled() }),
  },
  questions: ({ facts: { next } }) => (next ? { choice: question(next) } : {}),
  ends: ({ facts: { next } }) =>
    next === null ? { say: [{ text: say('recall.none'), choices: [shelf] }], rests: true } : undefined,
  finish: ({ answers: { choice }, facts: { next }, moment }) => {
    if (!next) return { say: [] };
    const { module, repetition, left, whyRight, whyWrong } = next;
    const right = Number(choice) === next.right;
    const why = right
      ? say('recall.right', { reason: authored(whyRight) })
      : say('recall.wrong', { reason: authored(whyWrong) });
    return {
      say: [
        {
          text: { join: [why, comesBack(next, right, moment)], by: '\n\n' },
          choices: left > 0 ? [{ id: 'go:recall', label: say('button.recall-next') }, shelf] : [shelf],
        },
      ],
      effects: [{ do: 'recall.answer', module, repetition, right }],
      rests: true,
    };
  },
  draft: () => undefined,
});
