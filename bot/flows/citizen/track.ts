import { fact, form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import type { Question } from '../../conversation/question.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { readTicket } from '../../domain/ticket.ts';
import type { ReportLine, ReportView } from '../../reads.ts';
import { momentChoices } from './own-report.ts';
import { type Guarded, type GuardFacts, pinEnds, pinLook, pinPassed, pinQuestion } from './pin-guard.ts';
import { sensitiveReply } from './sensitive-view.ts';
import { timeline } from './timeline.ts';

type Answers = Guarded & { ticket: string };
type Facts = GuardFacts & { mine: ReportLine[]; view: ReportView | null };

/** So many of one's own reports are offered; older ones are found by their number. */
const listed = 8;

const labelled =
  ({ city }: Moment) =>
  (line: ReportLine): Choice => ({
    id: line.ticket,
    label: literal(
      `${line.ticket} ${city.categories.find(({ key }) => key === line.category)?.label ?? ''}`.trim(),
    ),
  });

const ticketQuestion = (mine: readonly ReportLine[], moment: Moment): Question<string> => ({
  ask: {
    text: say(mine.length > 0 ? 'track.mine' : 'track.ask'),
    choices: mine.slice(0, listed).map(labelled(moment)),
    columns: 1,
  },
  hear: {
    choice: ({ id }) => ({ answer: id }),
    text: ({ text }) => {
      const ticket = readTicket(text, moment.city.agency.prefix);
      return ticket
        ? { answer: ticket }
        : { again: say('track.unclear', { prefix: moment.city.agency.prefix }) };
    },
  },
  valid: (value) => typeof value === 'string',
});

const photoChoice = ({ ticket, photos }: ReportView): Choice[] =>
  photos
    ? [
        {
          id: `go:allow-photo:${ticket}`,
          label: say(photos === 'open' ? 'button.photo-open' : 'button.photo-closed'),
        },
      ]
    : [];

const actions = (view: ReportView): Choice[] => {
  const { ticket, seenBy, open, sharesPhone, mayCall } = view;
  const menu = { id: 'go:menu', label: say('button.menu') };
  const now = momentChoices(view);
  if (!open) return [...now, ...photoChoice(view), menu];
  switch (seenBy) {
    case 'reporter':
      return [
        ...now,
        ...(view.question === null ? [{ id: `go:add:${ticket}`, label: say('button.add') }] : []),
        ...(mayCall && !sharesPhone ? [{ id: `go:call:${ticket}`, label: say('button.may-call') }] : []),
        ...photoChoice(view),
        menu,
      ];
    case 'follower':
      return [
        { id: `go:add:${ticket}`, label: say('button.add') },
        { id: `go:unfollow:${ticket}`, label: say('button.unfollow') },
        menu,
      ];
    case 'stranger':
      return view.words === null && view.confidential
        ? [menu]
        : [{ id: `go:follow:${ticket}`, label: say('similar.follow') }, menu];
    default:
      return seenBy satisfies never;
  }
};

/** The day that is named: of the first answer, of the end, or none once the office calls it done. */
const headOf = ({ state, open, answered }: ReportView) => {
  if (!open || state === 'ditindaklanjuti') return 'track.view-done';
  if (state === 'menunggu_warga') return 'track.waits';
  return answered ? 'track.promised' : 'track.view';
};

/** What the office wrote to the reporter: the question that is open, else its last word. */
const saidTo = ({ question, answer }: ReportView): Text[] => {
  if (question !== null) return [say('track.question', { detail: literal(question) })];
  return answer ? [say('track.said', { date: { date: answer.on }, detail: literal(answer.words) })] : [];
};

/** A report as this person may see it: state, office, promise and timeline; of somebody else's *Tertutup* one the state only. */
export const reportReply = (view: ReportView, moment: Moment): Reply => {
  if (view.thread) return sensitiveReply(view);
  const label = moment.city.categories.find(({ key }) => key === view.category)?.label ?? view.category;
  const state = say(`state.${view.state}`);
  const closed = view.confidential && view.seenBy === 'stranger';
  if (closed)
    return {
      text: say('track.closed', { ticket: view.ticket, state }),
      choices: actions(view),
      about: `report:${view.ticket}`,
    };
  const head = say(headOf(view), {
    ticket: view.ticket,
    category: literal(label),
    state,
    unit: literal(view.unit),
    date: { date: view.promise },
    timeline: timeline(view.events),
  });
  const text: Text = { join: [head, ...saidTo(view)], by: '\n\n' };
  return { text, choices: actions(view), about: `report:${view.ticket}` };
};

/** Follows a report: one's own from a list, any by its number. */
export const track = form<Answers, Facts>({
  id: 'track',
  starts: (argument) => {
    const ticket = readTicket(argument);
    return ticket ? { ticket } : {};
  },
  facts: {
    mine: fact<Answers, ReportLine[], true>({
      of: ({ ticket }) => (ticket ? undefined : true),
      read: (reads) => reads.myReports(),
    }),
    view: fact<Answers, ReportView | null, string>({
      of: ({ ticket }) => ticket,
      read: (reads, ticket) => reads.report(ticket),
    }),
    pinLook,
  },
  questions: ({ facts, moment }) => ({
    ticket: ticketQuestion(facts.mine ?? [], moment),
    ...(facts.view?.thread?.pin && { pin: pinQuestion() }),
  }),
  ends: ({ answers: { ticket, pin }, facts: { view, pinLook: look }, moment }) =>
    pinEnds(view?.thread?.pin, { pin, look, again: `go:track:${ticket}`, moment }),
  check: ({ answers, facts, moment }) =>
    answers.ticket && facts.view === null
      ? { ticket: say('track.unknown', { ticket: answers.ticket, prefix: moment.city.agency.prefix }) }
      : {},
  finish: ({ facts, moment }) => ({
    say: facts.view ? [reportReply(facts.view, moment)] : [],
    effects: pinPassed(facts.pinLook),
  }),
  draft: () => undefined,
});
