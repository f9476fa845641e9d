import { fact, form } from '../../conversation/form.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { say } from '../../conversation/reply.ts';
import { localDate } from '../../domain/local-date.ts';
import { type Snooze, snoozes, snoozeUntil } from '../../domain/reminding/snooze.ts';

type Answers = { until: string };
type Facts = { count: number };

const snoozeOf = (word: string | undefined): Snooze | undefined => snoozes.find((one) => one === word);

/** *Besok* and *Pekan depan* under a reminder: everything it spoke of comes back on that day, and its own deadline all the same. */
export const snooze = form<Answers, Facts>({
  id: 'snooze',
  work: true,
  starts: (argument) => (snoozeOf(argument) ? { until: argument } : {}),
  facts: {
    count: fact<Answers, number, true>({ of: () => true, read: (reads) => reads.toSnooze() }),
  },
  questions: () => ({
    until: pick({
      text: say('snooze.ask'),
      choices: [
        { id: 'tomorrow', label: say('button.tomorrow') },
        { id: 'next_week', label: say('button.next-week') },
      ],
    }),
  }),
  ends: ({ facts: { count } }) =>
    count === 0 ? { say: [{ text: say('snooze.none') }], rests: true } : undefined,
  finish: ({ answers, moment: { now, city } }) => {
    const until = snoozeOf(answers.until) ?? 'tomorrow';
    const day = snoozeUntil(until, localDate(now, city.agency.zone), city.calendar);
    return {
      say: [{ text: say('snooze.done', { date: { date: day } }) }],
      effects: [{ do: 'reminder.snooze', until }],
      rests: true,
    };
  },
  draft: () => undefined,
});
