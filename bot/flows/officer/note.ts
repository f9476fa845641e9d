import { form } from '../../conversation/form.ts';
import { words } from '../../conversation/questions/words.ts';
import { say } from '../../conversation/reply.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { type CaseAnswers, type CaseFacts, caseFact, startsWithTicket } from './case-form.ts';
import { stepDone } from './case-step.ts';

type Answers = CaseAnswers & { words: string };

const noteQuestion = (ticket: string) =>
  words(
    { text: say('note.ask', { ticket }), choices: [{ id: 'cancel', label: say('button.cancel') }] },
    { min: 3, max: 1000 },
  );

/** *Catatan*: words among staff. Its question says first that the citizen will not see them, so that nobody takes it for an answer. */
export const note = form<Answers, CaseFacts>({
  id: 'note',
  work: true,
  starts: startsWithTicket,
  facts: { view: caseFact<Answers>() },
  questions: ({ answers: { ticket = '' }, moment }) => ({
    ticket: ticketQuestion(moment),
    words: noteQuestion(ticket),
  }),
  ends: ({ facts: { view } }) =>
    view === undefined || view?.mayNote ? undefined : { say: [{ text: say('case.unknown') }] },
  draft: () => undefined,
  finish: ({ answers: { ticket = '', words: said = '' }, facts: { view } }) => ({
    say: view ? [stepDone('note.done', view)] : [],
    effects: [{ do: 'report.note', ticket, words: said }],
  }),
});
