import { fact } from '../../conversation/form.ts';
import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import type { ReportAction } from '../../domain/report-state.ts';
import { readTicket } from '../../domain/ticket.ts';
import type { CaseView } from '../../reads.ts';

/** What every conversation about one report begins with. */
export type CaseAnswers = { ticket: string };
export type CaseFacts = { view: CaseView | null };

/** A button or command that names the ticket. */
export const startsWithTicket = (argument: string): { ticket?: string } => {
  const ticket = readTicket(argument);
  return ticket ? { ticket } : {};
};

/** The report as this employee may see it. */
export const caseFact = <A extends CaseAnswers>() =>
  fact<A, CaseView | null, string>({
    of: ({ ticket }) => ticket,
    read: (reads, ticket) => reads.caseFor(ticket),
  });

/** What may be done at once, or by taking the report first. */
const afterTaking: readonly ReportAction[] = ['answer', 'ask_citizen', 'finish'];

/** Whether this employee may take a step now. */
export const mayTake = ({ may }: CaseView, action: ReportAction): boolean =>
  may.includes(action) || (may.includes('accept') && afterTaking.includes(action));

/** The steps that a step takes: on a report nobody took yet, taking it comes first. */
export const takenFirst = ({ may }: CaseView, action: ReportAction): readonly ReportAction[] =>
  may.includes(action) ? [action] : ['accept', action];

/** By what a reply to a message finds its report. A sensitive one is kept out of the list of what was shown to whom. */
export const aboutCase = ({
  ticket,
  sensitive,
}: Pick<CaseView, 'ticket' | 'sensitive'>): Pick<Reply, 'about'> =>
  sensitive ? {} : { about: `case:${ticket}` };

const toCase = (ticket: string) => [{ id: `go:case:${ticket}`, label: say('button.see-case') }];

/** Why a step cannot be taken, as an answer; `undefined` when it can. */
export const refused = (view: CaseView | null | undefined, action: ReportAction): Reply | undefined => {
  if (view === undefined) return undefined;
  if (view === null) return { text: say('case.unknown') };
  if (mayTake(view, action)) return undefined;
  return { text: whyNot(view, action), choices: toCase(view.ticket) };
};

const whyNot = ({ ticket, taker, mine, state }: CaseView, action: ReportAction): Text => {
  if (action === 'accept' && mine) return say('case.yours', { ticket });
  if (action === 'accept' && taker) return say('case.taken', { ticket, name: literal(taker) });
  return say('case.not-now', { ticket, state: say(`state.${state}`) });
};
