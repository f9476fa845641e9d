import { form } from '../../conversation/form.ts';
import { yesNo } from '../../conversation/questions/pick.ts';
import { say, type Text } from '../../conversation/reply.ts';
import type { OpeningStep } from '../../domain/identity-opening.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type OpeningAnswers, type OpeningFacts, opening, starts, unknownTicket } from './opening.ts';

type Answers = OpeningAnswers & { now: boolean };

/** Why there is nothing to show. */
const closed = (step: Exclude<OpeningStep, 'agreed'>, ticket: string): Text => {
  switch (step) {
    case 'waits':
      return say('reveal.waiting', { ticket });
    case 'refused':
      return say('reveal.was-refused', { ticket });
    case 'shown':
      return say('reveal.shown');
    case 'free':
    case 'judge':
      return say('reveal.gone');
    default:
      return step satisfies never;
  }
};

/** Shows an identity that was agreed to, once, to the one who asked. The showing itself comes with its line in the audit log. */
export const seeIdentity = form<Answers, OpeningFacts>({
  id: 'see-identity',
  starts,
  facts: { opening },
  questions: ({ answers: { ticket = '' }, moment }) => ({
    ticket: ticketQuestion(moment),
    now: yesNo({ text: say('reveal.ask', { ticket }) }),
  }),
  check: ({ answers, facts, moment }) => unknownTicket(answers.ticket, facts.opening, moment),
  ends: ({ answers: { ticket = '' }, facts: { opening: view } }) =>
    view && view.step !== 'agreed' ? { say: [{ text: closed(view.step, ticket) }] } : undefined,
  finish: ({ answers: { ticket = '', now } }) =>
    now
      ? { say: [{ text: say('reveal.next') }], effects: [{ do: 'identity.open', ticket }] }
      : { say: [{ text: say('reveal.later') }] },
  draft: () => undefined,
});
