import { fact, form } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import { type Reply, say, type Text } from '../../conversation/reply.ts';
import type { TrailLine } from '../../domain/audit-action.ts';
import { readTicket } from '../../domain/ticket.ts';
import { ticketQuestion } from '../citizen/ticket-question.ts';

type Answers = { ticket: string };
type Facts = { lines: TrailLine[] | null };

/** So many lines are shown; the others are counted. */
const shown = 20;

const lineText = ({ on, action, by }: TrailLine): Text =>
  say('trail.line', { date: { date: on }, what: say(`audit.${action}`), name: say(`trail.by.${by}`) });

const reply = (ticket: string, lines: readonly TrailLine[]): Reply => {
  const choices = [
    { id: `go:open-identity:${ticket}`, label: say('button.reveal') },
    { id: 'go:menu', label: say('button.menu') },
  ];
  if (lines.length === 0) return { text: say('trail.none', { ticket }), choices };
  const older = lines.length - shown;
  const list = [
    ...lines.slice(0, shown).map(lineText),
    ...(older > 0 ? [say('trail.older', { count: older })] : []),
  ];
  return { text: say('trail', { ticket, list: { join: list, by: '\n' } }), choices };
};

const unknown = (ticket: string, { city }: Moment) =>
  say('track.unknown', { ticket, prefix: city.agency.prefix });

/** `/jejak TICKET`: who read a sensitive report, for those who handle it. For everybody else the number is unknown. */
export const trail = form<Answers, Facts>({
  id: 'trail',
  starts: (argument) => {
    const ticket = readTicket(argument);
    return ticket ? { ticket } : {};
  },
  facts: {
    lines: fact<Answers, TrailLine[] | null, string>({
      of: ({ ticket }) => ticket,
      read: (reads, ticket) => reads.trailOf(ticket),
    }),
  },
  questions: ({ moment }) => ({ ticket: ticketQuestion(moment) }),
  check: ({ answers: { ticket }, facts: { lines }, moment }) =>
    ticket && lines === null ? { ticket: unknown(ticket, moment) } : {},
  finish: ({ answers: { ticket = '' }, facts: { lines } }) => ({ say: [reply(ticket, lines ?? [])] }),
  draft: () => undefined,
});
