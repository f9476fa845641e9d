import { type Fields, fact } from '../../conversation/form.ts';
import { type Choice, type Reply, say } from '../../conversation/reply.ts';
import { readTicket } from '../../domain/ticket.ts';
import type { ReportView } from '../../reads.ts';
import { type Guarded, type GuardFacts, pinQuestion } from './pin-guard.ts';

/** What every conversation of a citizen about one report begins with; a sensitive one asks for its PIN where one is set. */
export type OwnAnswers = Guarded & { ticket: string };
export type OwnFacts = GuardFacts & { view: ReportView | null };

/** A button or link that names the ticket. */
export const startsWithTicket = (argument: string): { ticket?: string } => {
  const ticket = readTicket(argument);
  return ticket ? { ticket } : {};
};

/** The report as this contact may see it. */
export const viewFact = <A extends Fields & { ticket: string }>() =>
  fact<A, ReportView | null, string>({
    of: ({ ticket }) => ticket,
    read: (reads, ticket) => reads.report(ticket),
  });

/** The question for the PIN, where the report has one. */
export const guardedBy = (view: ReportView | null | undefined) =>
  view?.thread?.pin ? { pin: pinQuestion() } : {};

/** That a message is about a report, so that a reply to it finds it. Nothing ties a chat to a sensitive one. */
export const aboutReport = ({ ticket, thread }: ReportView): Pick<Reply, 'about'> =>
  thread ? {} : { about: `report:${ticket}` };

/** What its reporter can do with one tap where the report stands: close it or not, answer the question, open it again. */
export const momentChoices = ({ ticket, seenBy, may }: ReportView): Choice[] => {
  if (seenBy !== 'reporter') return [];
  const solved = { id: `go:solved:${ticket}`, label: say('button.solved') };
  const unsolved = { id: `go:unsolved:${ticket}`, label: say('button.not-solved') };
  if (may.includes('confirm')) return [solved, unsolved];
  if (may.includes('reopen')) return [unsolved];
  return may.includes('citizen_answers') ? [{ id: `go:add:${ticket}`, label: say('button.reply') }] : [];
};
