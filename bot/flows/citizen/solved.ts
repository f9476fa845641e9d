import { type Finish, form } from '../../conversation/form.ts';
import { type Reply, say } from '../../conversation/reply.ts';
import type { ReportView } from '../../reads.ts';
import {
  guardedBy,
  momentChoices,
  type OwnAnswers,
  type OwnFacts,
  startsWithTicket,
  viewFact,
} from './own-report.ts';
import { isShut, pinEnds, pinLook, pinPassed } from './pin-guard.ts';
import { ticketQuestion } from './ticket-question.ts';

/** A tap that changes nothing: of a neighbour, on an old button, or while the office is still at work. */
const unmoved = (view: ReportView | null | undefined): Reply | undefined => {
  if (!view || view.may.includes('confirm')) return undefined;
  if (view.seenBy !== 'reporter') return { text: say('solved.follower') };
  const choices = momentChoices(view);
  const text =
    view.state === 'selesai'
      ? say('solved.already')
      : say('solved.not-now', { state: say(`state.${view.state}`) });
  return { text, ...(choices.length > 0 && { choices }) };
};

/**
 * *Sudah beres*: its reporter closes a report that an office calls done. That counts at once, whether or not they then
 * say how it was handled.
 */
export const solved = form<OwnAnswers, OwnFacts>({
  id: 'solved',
  starts: startsWithTicket,
  facts: { view: viewFact<OwnAnswers>(), pinLook },
  questions: ({ facts: { view }, moment }) => ({ ticket: ticketQuestion(moment), ...guardedBy(view) }),
  check: ({ answers, facts: { view } }) =>
    answers.ticket && (!view || view.seenBy === 'stranger') ? { ticket: say('add.not-yours') } : {},
  ends: ({ answers: { ticket, pin }, facts: { view, pinLook: look }, moment }): Finish | undefined => {
    const guard = view?.thread?.pin;
    const shut = isShut(guard, look) || view?.seenBy === 'stranger';
    const no = shut ? undefined : unmoved(view);
    return no ? { say: [no] } : pinEnds(guard, { pin, look, again: `go:solved:${ticket}`, moment });
  },
  finish: ({ facts: { view, pinLook: look } }) =>
    view
      ? {
          say: [],
          effects: [
            ...pinPassed(look),
            { do: 'report.step', ticket: view.ticket, as: 'citizen', steps: [{ action: 'confirm' }] },
          ],
          next: { form: 'rate', answers: { ticket: view.ticket } },
        }
      : { say: [] },
  draft: () => undefined,
});
