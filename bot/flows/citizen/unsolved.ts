import { type Finish, form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import { literal, type Reply, say } from '../../conversation/reply.ts';
import { deadline } from '../../domain/clock.ts';
import { dueAfter } from '../../domain/clock-due.ts';
import { localDate } from '../../domain/local-date.ts';
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

const least = 5;

/** Why it cannot be opened again, with what can be done instead. */
const unmoved = (view: ReportView | null | undefined): Reply | undefined => {
  if (!view || view.may.includes('reopen')) return undefined;
  if (view.seenBy === 'follower' && view.open) return undefined;
  if (!view.open)
    return {
      text:
        view.seenBy === 'reporter' && view.state === 'selesai'
          ? say('unsolved.late')
          : say('add.closed', { ticket: view.ticket }),
      choices: [{ id: 'go:report', label: say('button.report') }],
    };
  return {
    text: say('unsolved.working', { state: say(`state.${view.state}`) }),
    choices: [{ id: `go:add:${view.ticket}`, label: say('button.add') }],
  };
};

/** The day of the first answer that a report opened again today is promised. */
const promisedAnew = ({ now, city }: Moment): string =>
  dueAfter(deadline(city.deadlines, 'first_follow_up'), localDate(now, city.agency.zone), city.calendar).due;

const reopened = (view: ReportView, moment: Moment): Reply => {
  const date = { date: promisedAnew(moment) };
  return view.thread
    ? { text: say('unsolved.done-sensitive', { date }) }
    : {
        text: say('unsolved.done', { ticket: view.ticket, unit: literal(view.unit), date }),
        ...aboutReport(view),
      };
};

/**
 * *Belum beres*: its reporter opens a report again, with what is missing; the head of the office hears of it. A
 * neighbour's word goes to the officer and opens nothing.
 */
export const unsolved = form<Answers, OwnFacts>({
  id: 'unsolved',
  starts: startsWithTicket,
  facts: { view: viewFact<Answers>(), pinLook },
  questions: ({ facts: { view }, moment }) => ({
    ticket: ticketQuestion(moment),
    ...guardedBy(view),
    more: moreQuestion({ text: say('unsolved.ask') }, least),
  }),
  check: ({ answers, facts: { view } }) =>
    answers.ticket && (!view || view.seenBy === 'stranger') ? { ticket: say('add.not-yours') } : {},
  ends: ({ answers: { ticket, pin }, facts: { view, pinLook: look }, moment }): Finish | undefined => {
    const guard = view?.thread?.pin;
    const shut = isShut(guard, look) || view?.seenBy === 'stranger';
    const no = shut ? undefined : unmoved(view);
    return no ? { say: [no] } : pinEnds(guard, { pin, look, again: `go:unsolved:${ticket}`, moment });
  },
  finish: ({ answers: { more }, facts: { view, pinLook: look }, moment }) => {
    if (!view) return { say: [] };
    const { ticket } = view;
    const reopens = view.may.includes('reopen');
    const said = more?.words ?? moment.spoken(say('unsolved.photo'));
    return {
      say: [
        reopens
          ? reopened(view, moment)
          : { text: say('unsolved.follower', { ticket }), ...aboutReport(view) },
      ],
      effects: [
        ...pinPassed(look),
        {
          do: 'report.step',
          ticket,
          as: 'citizen',
          steps: [
            reopens
              ? { action: 'reopen', given: { reason: said } }
              : { action: 'add', given: { body: said } },
          ],
          photos: more?.photos ?? [],
        },
      ],
    };
  },
  draft: () => undefined,
});
