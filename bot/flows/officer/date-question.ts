import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { type Reply, say } from '../../conversation/reply.ts';
import { isLocalDate, localDate } from '../../domain/local-date.ts';
import { readDate } from '../../domain/read-date.ts';
import { addWorkingDays } from '../../domain/working-days.ts';

/** Working days ahead that stand as buttons; any other day is typed. */
const offered = [1, 2, 3, 5, 10];

/** A day for the citizen to count on: one of the next working days by tap, any day as people write it. */
export const dateQuestion = ({ now, city }: Moment, ask: Reply): Question<string> => {
  const today = localDate(now, city.agency.zone);
  const days = offered.map((n) => addWorkingDays(city.calendar, today, n).due);
  return {
    ask: { ...ask, choices: days.map((date) => ({ id: date, label: { date } })) },
    hear: {
      choice: ({ id }) => (isLocalDate(id) ? { answer: id } : { again: say('again.choose') }),
      text: ({ text }) => {
        const date = readDate(text, today);
        return date ? { answer: date } : { again: say('answer.date.unclear') };
      },
    },
    valid: (value) => typeof value === 'string' && isLocalDate(value),
  };
};
