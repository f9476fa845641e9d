import { fact } from '../../conversation/form.ts';
import type { Moment } from '../../conversation/moment.ts';
import { say } from '../../conversation/reply.ts';
import type { OpeningView } from '../../domain/identity-opening.ts';
import { readTicket } from '../../domain/ticket.ts';

/** What the three conversations about an identity start from: the report, and how it stands there. */
export type OpeningAnswers = { ticket: string };
export type OpeningFacts = { opening: OpeningView | null };

export const starts = (argument: string): { ticket?: string } => {
  const ticket = readTicket(argument);
  return ticket ? { ticket } : {};
};

export const opening = fact<OpeningAnswers, OpeningView | null, string>({
  of: ({ ticket }) => ticket,
  read: (reads, ticket) => reads.openingOf(ticket),
});

/** Whoever does not handle the report hears what anybody hears of a number that nobody has. */
export const unknownTicket = (
  ticket: string | undefined,
  view: OpeningView | null | undefined,
  { city }: Moment,
) =>
  ticket && view === null ? { ticket: say('track.unknown', { ticket, prefix: city.agency.prefix }) } : {};
