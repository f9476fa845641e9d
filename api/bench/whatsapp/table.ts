import { columns, figure, gateRows } from '../columns.ts';
import { median } from '../quantiles.ts';
import type { WhatsAppFigures } from './index.ts';
import { perSecond, type Steady } from './load.ts';

const lines: readonly (readonly [string, (round: Steady) => number])[] = [
  ['webhook answer p50 ms', ({ answer }) => answer.p50],
  ['webhook answer p95 ms', ({ answer }) => answer.p95],
  ['webhook answer p99 ms', ({ answer }) => answer.p99],
  ['reply on the screen p50 ms', ({ reply }) => reply.p50],
  ['reply on the screen p99 ms', ({ reply }) => reply.p99],
  ['samples', ({ answer }) => answer.samples],
  ['CPU µs/message, statuses included', ({ cpuPerMessage }) => cpuPerMessage],
  ['reports finished', ({ dialogues }) => dialogues],
  ['tickets in the database', ({ tickets }) => tickets],
  ['messages got', ({ messages }) => messages],
  ['letters not sent', ({ unsent }) => unsent],
  ['people forgotten', ({ stuck }) => stuck],
  ['webhooks repeated', ({ repeats }) => repeats],
];

/** The figures of WhatsApp as a table for a terminal: medians over the rounds. */
export const whatsappTable = ({ postgres, steps, rounds, news, gates }: WhatsAppFigures): string => {
  const parts = [
    `WhatsApp, ${perSecond} messages/s and their statuses; PostgreSQL ${postgres}, fsync on; medians of ${rounds.length} rounds`,
    columns([['', 'service'], ...lines.map(([name, of]) => [name, figure(median(rounds.map(of)))])]),
    columns([
      ['round trips of a step', 'until the call', 'behind it', 'SQL statements', 'of its statuses'],
      ...steps.map((one) => [one.step, ...[one.before, one.behind, one.statements, one.news].map(figure)]),
    ]),
    columns([
      [`news to ${news.letters} people`, ''],
      ['SQL statements/letter', figure(news.statements)],
      ['wire round trips/letter', figure(news.trips)],
      ['letters/s', figure(news.letters / news.seconds)],
      ['missing', figure(news.missing)],
      ['doubled', figure(news.doubled)],
    ]),
    gateRows(gates),
  ];
  return `${parts.join('\n\n')}\n`;
};
