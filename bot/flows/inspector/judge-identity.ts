import { form } from '../../conversation/form.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { literal, say } from '../../conversation/reply.ts';
import { neutralNews } from '../citizen/news.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type OpeningAnswers, type OpeningFacts, opening, starts, unknownTicket } from './opening.ts';

type Answers = OpeningAnswers & { verdict: 'agree' | 'refuse' };

const verdictQuestion = (ticket: string, reason: string) =>
  pick<Answers['verdict']>({
    text: say('reveal.judge', { ticket, detail: literal(reason) }),
    choices: [
      { id: 'agree', label: say('button.agree') },
      { id: 'refuse', label: say('button.refuse') },
    ],
  });

/** The second person: agrees or refuses that the identity behind a sensitive report is opened. Never the one who asked. */
export const judgeIdentity = form<Answers, OpeningFacts>({
  id: 'judge-identity',
  starts,
  facts: { opening },
  questions: ({ answers: { ticket = '' }, facts, moment }) => ({
    ticket: ticketQuestion(moment),
    verdict: verdictQuestion(ticket, facts.opening?.reason ?? ''),
  }),
  check: ({ answers, facts, moment }) => unknownTicket(answers.ticket, facts.opening, moment),
  ends: ({ facts: { opening: view } }) =>
    view && view.step !== 'judge' ? { say: [{ text: say('reveal.gone') }] } : undefined,
  finish: ({ answers: { ticket = '', verdict } }) => ({
    say: [{ text: say(verdict === 'agree' ? 'reveal.agreed' : 'reveal.refused') }],
    effects: [
      {
        do: 'identity.judge',
        ticket,
        agree: verdict === 'agree',
        notice: neutralNews(`go:see-identity:${ticket}`),
      },
    ],
  }),
  draft: () => undefined,
});
