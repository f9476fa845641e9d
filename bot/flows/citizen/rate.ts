import { form } from '../../conversation/form.ts';
import { optional } from '../../conversation/questions/optional.ts';
import { scale } from '../../conversation/questions/pick.ts';
import { words } from '../../conversation/questions/words.ts';
import { say } from '../../conversation/reply.ts';
import { scores } from '../../domain/rating.ts';
import { startsWithTicket } from './own-report.ts';
import { ticketQuestion } from './ticket-question.ts';

const scoreQuestion = scale(
  { text: say('rate.ask') },
  scores.map((score) => say(`button.rate.${score}`)),
);

const wordsQuestion = optional(words({ text: say('rate.words') }, { max: 1000 }));

/** How a solved report was handled, with one tap; the tap counts at once. This is not the survey of services. */
export const rate = form<{ ticket: string; score: number }>({
  id: 'rate',
  starts: startsWithTicket,
  questions: ({ moment }) => ({ ticket: ticketQuestion(moment), score: scoreQuestion }),
  finish: ({ answers: { ticket = '', score = 0 } }) => ({
    say: [],
    effects: [{ do: 'report.rate', ticket, score }],
    next: { form: 'rate-words', answers: { ticket } },
  }),
  draft: () => undefined,
});

/** The sentence beside it, for whoever wants to add one. */
export const rateWords = form<{ ticket: string; words: string | null }>({
  id: 'rate-words',
  starts: startsWithTicket,
  questions: ({ moment }) => ({ ticket: ticketQuestion(moment), words: wordsQuestion }),
  finish: ({ answers: { ticket = '', words: said } }) => ({
    say: [{ text: say('rate.thanks') }],
    ...(said && { effects: [{ do: 'report.rate-words', ticket, words: said }] }),
  }),
  draft: () => undefined,
});
