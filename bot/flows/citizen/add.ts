import { form } from '../../conversation/form.ts';
import { literal, type Reply, say } from '../../conversation/reply.ts';
import type { ReportAction } from '../../domain/report-state.ts';
import type { ReportView } from '../../reads.ts';
import { type More, moreQuestion } from './more-question.ts';
import {
  aboutReport,
  guardedBy,
  type OwnAnswers,
  type OwnFacts,
  startsWithTicket,
  viewFact,
} from './own-report.ts';
import { isShut, pinEnds, pinLook, pinPassed } from './pin-guard.ts';
import { ticketQuestion } from './ticket-question.ts';

type Answers = OwnAnswers & { more: More };

/**
 * What saying more means where the report stands: its reporter's answer to the office's question or reply to its word.
 * A neighbour's words stay an addition everywhere: they neither start the clock nor open the work again.
 */
const stepFor = ({ seenBy, may }: ReportView): ReportAction => {
  const own: readonly ReportAction[] = seenBy === 'reporter' ? ['citizen_answers', 'citizen_replies'] : [];
  return own.find((action) => may.includes(action)) ?? 'add';
};

/** What is said once words of a citizen were taken as a step. */
export const addedReply = (view: ReportView, action: ReportAction): Reply => {
  const { ticket, promise } = view;
  const unit = literal(view.unit);
  if (view.thread) return { text: say('sensitive.added') };
  switch (action) {
    case 'citizen_answers':
      return { text: say('add.answered', { ticket, unit, date: { date: promise } }), ...aboutReport(view) };
    case 'citizen_replies':
      return { text: say('add.replied', { ticket, unit }), ...aboutReport(view) };
    default:
      return { text: say('add.done', { ticket }), ...aboutReport(view) };
  }
};

/** Neither wrote it nor may say more as somebody who joined: of a *Tertutup* one the office hears its reporter only. */
const isForeign = ({ seenBy, open, may }: ReportView): boolean =>
  seenBy === 'stranger' || (seenBy === 'follower' && open && !may.includes('add'));

/** Adds a sentence, a photo, a voice note or a video to an open report; its reporter and its followers may. */
export const add = form<Answers, OwnFacts>({
  id: 'add',
  starts: startsWithTicket,
  facts: { view: viewFact<Answers>(), pinLook },
  questions: ({ facts: { view }, moment }) => ({
    ticket: ticketQuestion(moment),
    ...guardedBy(view),
    more: moreQuestion({ text: say('add.ask') }, 3),
  }),
  check: ({ answers, facts: { view } }) =>
    answers.ticket && (!view || isForeign(view)) ? { ticket: say('add.not-yours') } : {},
  ends: ({ answers, facts: { view, pinLook: look }, moment }) =>
    pinEnds(view?.thread?.pin, { pin: answers.pin, look, again: `go:add:${answers.ticket}`, moment }) ??
    (answers.ticket && view && !view.open && view.seenBy !== 'stranger' && !isShut(view.thread?.pin, look)
      ? {
          say: [
            {
              text: say('add.closed', { ticket: view.ticket }),
              choices: [{ id: 'go:report', label: say('button.report') }],
            },
          ],
        }
      : undefined),
  finish: ({ answers: { more }, facts: { view, pinLook: look } }) => {
    if (!view) return { say: [] };
    const action = stepFor(view);
    return {
      say: [addedReply(view, action)],
      effects: [
        ...pinPassed(look),
        {
          do: 'report.step',
          ticket: view.ticket,
          as: 'citizen',
          steps: [{ action, given: more?.words ? { body: more.words } : {} }],
          photos: more?.photos ?? [],
        },
      ],
    };
  },
});
