import { columns, figure, gateRows } from './columns.ts';
import { ratio } from './gates.ts';
import { median } from './quantiles.ts';
import type { Round } from './round.ts';
import type { TurnFigures } from './turn.ts';

const lines: readonly (readonly [string, (round: Round) => number])[] = [
  ['updates/s', (round) => round.updatesPerSecond],
  ['CPU µs/update', (round) => round.cpuPerUpdate],
  ['reply p50 ms, saturated', (round) => round.saturated.p50],
  ['reply p95 ms, saturated', (round) => round.saturated.p95],
  ['reply p99 ms, saturated', (round) => round.saturated.p99],
  ['reply p50 ms, open load', (round) => round.open.p50],
  ['reply p95 ms, open load', (round) => round.open.p95],
  ['reply p99 ms, open load', (round) => round.open.p99],
  ['samples of the open load', (round) => round.open.samples],
  ['CPU µs/update, open load', (round) => round.openCpuPerUpdate],
  ['RSS MB', (round) => round.rssMb],
  ['calls to Telegram/report', (round) => round.callsPerDialogue],
  ['reports finished', (round) => round.dialogues],
  ['tickets in the database', (round) => round.tickets],
  ['people forgotten', (round) => round.stuck],
  ['forgotten among repeats', (round) => round.stuckInStorm],
  ['updates repeated', (round) => round.repeats],
];

/** The figures as a table for a terminal: medians over the rounds, ratios of the same turn. */
export const tableOf = ({ rounds, trips, gates, hotSpots, postgres }: TurnFigures): string => {
  const { service, reference } = rounds;
  const measured = lines.map(([name, of]) => [
    name,
    figure(median(service.map(of))),
    figure(median(reference.map(of))),
    figure(ratio(service, reference, of)),
  ]);
  const wire = (['statements', 'transactions', 'trips', 'parses'] as const).map((name) => {
    const ours = trips.service[name];
    const theirs = trips.reference[name];
    const label = { trips: 'wire round trips', parses: 'parses' }[name as 'trips'] ?? `SQL ${name}`;
    return [
      `${label}/update`,
      figure(ours),
      figure(theirs),
      figure(theirs === 0 ? Number.NaN : ours / theirs),
    ];
  });
  const stepRows = trips.service.steps.map(({ step, trips: own, delivery }) => [
    step,
    String(own),
    String(delivery),
  ]);
  const parts = [
    `PostgreSQL ${postgres}, fsync on, Node ${process.versions.node}; medians of ${service.length} rounds in turns`,
    columns([['', 'service', 'reference', 'ratio'], ...measured, ...wire]),
    columns([['round trips of our step', 'until commit', 'delivery'], ...stepRows]),
    gateRows(gates),
  ];
  for (const [name, spots] of Object.entries(hotSpots ?? {}))
    parts.push(
      columns([
        [`dearest functions: ${name}`, 'µs/update', ''],
        ...spots.map((spot) => [spot.name, figure(spot.microseconds), spot.where]),
      ]),
    );
  return `${parts.join('\n\n')}\n`;
};
