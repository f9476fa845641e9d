import { columns, figure, gateRows } from '../columns.ts';
import type { HotSpot } from '../hot-spots.ts';
import type { BroadcastFigures } from './index.ts';
import type { Broadcast } from './play.ts';

const lines: readonly (readonly [string, (played: Broadcast) => number])[] = [
  ['letters', ({ size }) => size.letters],
  ['messages/s outside forced pauses', ({ share }) => share.perSecond],
  ['seconds outside forced pauses', ({ share }) => share.seconds],
  ['seconds of forced pauses', ({ share }) => share.silentSeconds],
  ['times Telegram asked for silence', ({ throttles }) => throttles],
  ['calls on their way then', ({ onTheirWay }) => onTheirWay],
  ['the latest of them, ms after', ({ latest }) => latest],
  ['letters in hand at the kill', ({ heldAtKill }) => heldAtKill],
  ['letters doubled', ({ doubled }) => doubled],
  ['seconds without a service', ({ awaySeconds }) => awaySeconds],
  ['seconds until the last letter', ({ allSeconds }) => allSeconds],
  ['CPU ms/1,000 letters, dialogues included', ({ cpuWithDialogues }) => cpuWithDialogues],
  ['CPU ms/1,000 letters', ({ cpuPerThousand }) => cpuPerThousand],
  ['CPU ms/1,000 letters of a bare sender here', ({ bareCpuPerThousand }) => bareCpuPerThousand],
  ['RSS MB before it', ({ idleMb }) => idleMb],
  ['reply to citizens p50 ms, without it', ({ alone }) => alone.p50],
  ['reply to citizens p95 ms, without it', ({ alone }) => alone.p95],
  ['reply to citizens p50 ms, beside it', ({ beside }) => beside.p50],
  ['reply to citizens p95 ms, beside it', ({ beside }) => beside.p95],
  ['reply to citizens p99 ms, beside it', ({ beside }) => beside.p99],
  ['replies beside it', ({ beside }) => beside.samples],
];

const spotRows = (spots: readonly HotSpot[]): string =>
  columns([
    ['dearest functions', 'µs/letter', ''],
    ...spots.map((spot) => [spot.name, figure(spot.microseconds), spot.where]),
  ]);

/** The figures of a broadcast as a table for a terminal. */
export const broadcastTable = ({ postgres, played, gates, hotSpots }: BroadcastFigures): string => {
  const { speed, throttled } = played.size;
  const parts = [
    `Broadcast at Telegram's 30/s in a time that runs ${speed} times as fast, ${throttled * 100} % 429, one kill -9; PostgreSQL ${postgres}, fsync on`,
    columns([['', 'service'], ...lines.map(([name, of]) => [name, figure(of(played))])]),
    gateRows(gates),
    ...(hotSpots ? [spotRows(hotSpots)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
};
