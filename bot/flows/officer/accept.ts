import { form } from '../../conversation/form.ts';
import { say } from '../../conversation/reply.ts';
import type { ReportAction } from '../../domain/report-state.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';
import { caseChoices } from './case-card.ts';
import {
  aboutCase,
  type CaseAnswers,
  type CaseFacts,
  caseFact,
  refused,
  startsWithTicket,
} from './case-form.ts';

/** A step that needs nothing but the tap. `done` is said to whoever took it. */
const tap = (id: string, action: ReportAction, done: 'accept.done' | 'again.done' | 'verify.done') =>
  form<CaseAnswers, CaseFacts>({
    id,
    starts: startsWithTicket,
    facts: { view: caseFact() },
    questions: ({ moment }) => ({ ticket: ticketQuestion(moment) }),
    ends: ({ facts: { view } }) => {
      const no = refused(view, action);
      return no && { say: [no] };
    },
    finish: ({ facts: { view } }) => {
      if (!view) return { say: [] };
      const { ticket } = view;
      const after = { ...view, may: afterwards[action] ?? [] };
      return {
        say: [
          {
            text: say(done, { ticket, date: { date: view.due } }),
            choices: caseChoices(after).slice(0, 6),
            ...aboutCase(view),
          },
        ],
        effects: [{ do: 'report.step', ticket, as: 'staff', steps: [{ action }] }],
      };
    },
  });

/** What can be done next, so that the answer brings the buttons along. */
const afterwards: { [action in ReportAction]?: ReportAction[] } = {
  accept: ['answer', 'ask_citizen', 'finish', 'extend'],
  resume: ['answer', 'ask_citizen', 'finish', 'extend'],
  verify: ['forward', 'ask_citizen', 'not_ours', 'archive'],
};

/** *Terima*: of several who press at one moment exactly one wins. It is no first answer. */
export const accept = tap('accept', 'accept', 'accept.done');

/** *Kerjakan lagi*: a report that the citizen reopened. */
export const again = tap('again', 'resume', 'again.done');

/** The coordinator has looked: it is a report, and about what it says. */
export const verify = tap('verify', 'verify', 'verify.done');
