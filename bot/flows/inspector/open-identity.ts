import { form } from '../../conversation/form.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, say } from '../../conversation/reply.ts';
import { mayAskAgain, reasonLeast } from '../../domain/identity-opening.ts';
import { neutralNews } from '../citizen/news.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type OpeningAnswers, type OpeningFacts, opening, starts, unknownTicket } from './opening.ts';

type Answers = OpeningAnswers & { reason: string };

const reasonMost = 400;

const reasonQuestion = (ticket: string) =>
  words(
    { text: say('reveal.reason', { ticket }), choices: [{ id: 'cancel', label: say('button.cancel') }] },
    { min: reasonLeast, max: reasonMost, short: say('reveal.short'), title: say('report.title.reason') },
  );

/** A handler of a sensitive report asks, with a reason, that its identity be opened; another must agree (`reliability.md` section 5). */
export const askIdentity = form<Answers, OpeningFacts>({
  id: 'open-identity',
  starts,
  facts: { opening },
  questions: ({ answers: { ticket = '' }, moment }) => ({
    ticket: ticketQuestion(moment),
    reason: reasonQuestion(ticket),
  }),
  check: ({ answers, facts, moment }) => unknownTicket(answers.ticket, facts.opening, moment),
  ends: ({ answers: { ticket = '' }, facts: { opening: view } }) => {
    if (!view) return undefined;
    if (view.step === 'judge' || view.step === 'agreed')
      return {
        say: [],
        next: { form: view.step === 'judge' ? 'judge-identity' : 'see-identity', answers: { ticket } },
      };
    if (!mayAskAgain(view.step)) return { say: [{ text: say('reveal.waiting', { ticket }) }] };
    return view.others ? undefined : { say: [{ text: say('reveal.nobody', { ticket }) }] };
  },
  review: ({ answers: { ticket = '', reason = '' } }) => ({
    text: say('reveal.review', { ticket, detail: literal(reason) }),
  }),
  finish: ({ answers: { ticket = '', reason = '' } }) => ({
    say: [{ text: say('reveal.asked') }],
    effects: [{ do: 'identity.ask', ticket, reason, notice: neutralNews(`go:judge-identity:${ticket}`) }],
  }),
  draft: () => undefined,
});
