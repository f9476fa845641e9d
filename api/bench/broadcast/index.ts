import { mkdir, writeFile } from 'node:fs/promises';
import { openBenchServer } from '../bench-server.ts';
import type { Gate } from '../gates.ts';
import { type HotSpot, hotSpots } from '../hot-spots.ts';
import { gatesOf } from './gates.ts';
import { type Broadcast, playBroadcast, type Size } from './play.ts';

/** All figures of the benchmark `broadcast`. */
export type BroadcastFigures = {
  postgres: string;
  played: Broadcast;
  gates: Gate[];
  hotSpots?: HotSpot[];
};

export const usualSize: Size = {
  letters: 10_000,
  speed: 20,
  throttled: 0.02,
  retryAfter: 2,
  quietSeconds: 10,
  leases: 'kept',
};

/** Reminders to many people by the strict Telegram, which now and then asks for patience, while the service is killed and citizens report; `database`: another server than the benchmark's own. */
export const benchBroadcast = async (
  size: Size = usualSize,
  {
    profile = false,
    tell = () => {},
    database,
  }: { profile?: boolean; tell?: (line: string) => void; database?: string } = {},
): Promise<BroadcastFigures> => {
  const server = await openBenchServer(database);
  try {
    const { profile: taken, ...played } = await playBroadcast(server, size, { profile, tell });
    if (taken !== undefined) {
      await mkdir('.bench', { recursive: true });
      await writeFile('.bench/broadcast.cpuprofile', taken);
    }
    return {
      postgres: server.version,
      played,
      gates: gatesOf(played),
      ...(taken !== undefined && { hotSpots: hotSpots(taken, size.letters / 2) }),
    };
  } finally {
    await server.close();
  }
};
