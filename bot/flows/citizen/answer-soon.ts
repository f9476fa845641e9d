import { literal, type Reply, say } from '../../conversation/reply.ts';
import type { LocalDate } from '../../domain/local-date.ts';

/** To whoever was asked something and has not answered: until which day the office waits. */
export const answerSoon = (ticket: string, unit: string, date: LocalDate): Reply => ({
  text: say('news.answer_soon', { ticket, unit: literal(unit), date: { date } }),
  choices: [
    { id: `go:add:${ticket}`, label: say('button.reply') },
    { id: `go:dont-know:${ticket}`, label: say('button.dont-know') },
  ],
  about: `report:${ticket}`,
});
