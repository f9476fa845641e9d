import type { Moment } from '../../../conversation/moment.ts';
import type { Question } from '../../../conversation/question.ts';
import { literal, say } from '../../../conversation/reply.ts';
import type { OwnReport } from '../../../domain/own-data.ts';
import { readTicket } from '../../../domain/ticket.ts';

/** So many are offered at once; any other of them by its number. */
const offered = 8;

/** One of somebody's own reports, by tap or by its number. */
export const whichReport = (reports: readonly OwnReport[], { city }: Moment): Question<string> => {
  const known = (ticket: unknown) => reports.some((report) => report.ticket === ticket);
  const label = ({ ticket, category }: OwnReport) =>
    literal(`${ticket} ${city.categories.find(({ key }) => key === category)?.label ?? ''}`.trim());
  return {
    ask: {
      text: say('own-data.correct.which'),
      choices: reports.slice(0, offered).map((report) => ({ id: report.ticket, label: label(report) })),
      columns: 1,
    },
    hear: {
      choice: ({ id }) => (known(id) ? { answer: id } : { again: say('again.choose') }),
      text: ({ text }) => {
        const ticket = readTicket(text, city.agency.prefix);
        return ticket && known(ticket) ? { answer: ticket } : { again: say('add.not-yours') };
      },
    },
    valid: known,
    title: say('report.title.detail'),
  };
};
