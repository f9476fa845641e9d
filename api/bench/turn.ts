import { mkdir, writeFile } from 'node:fs/promises';
import { openBenchServer } from './bench-server.ts';
import { type Gate, gatesOf } from './gates.ts';
import { type HotSpot, hotSpots } from './hot-spots.ts';
import type { Options } from './options.ts';
import { playRound, type Round } from './round.ts';
import type { SubjectName } from './subject.ts';
import { openTown } from './town.ts';
import { countTrips, type Trips } from './trips.ts';

/** All figures of the benchmark `turn`: every round, the wire, the gates, and the dearest functions when asked for. */
export type TurnFigures = {
  postgres: string;
  rounds: { [name in SubjectName]: Round[] };
  trips: { [name in SubjectName]: Trips };
  gates: Gate[];
  hotSpots?: { [name in SubjectName]: HotSpot[] };
};

/** Reports by chat, seven updates each: our service and the reference in turns, a fresh database for every round. */
export const benchTurn = async (
  options: Options,
  { database, tell = () => {} }: { database?: string; tell?: (line: string) => void } = {},
): Promise<TurnFigures> => {
  const server = await openBenchServer(database);
  const town = await openTown();
  const rounds: TurnFigures['rounds'] = { service: [], reference: [] };
  const hot: NonNullable<TurnFigures['hotSpots']> = { service: [], reference: [] };
  try {
    const trips = {
      service: await countTrips('service', server, town, options),
      reference: await countTrips('reference', server, town, options),
    };
    for (let round = 1; round <= options.rounds; round++) {
      const played = await playRound(server, town, options);
      for (const name of ['service', 'reference'] as const) {
        const { profile, ...figures } = played[name];
        rounds[name].push(figures);
        tell(`round ${round}, ${name}: ${figures.updatesPerSecond.toFixed(0)} updates/s`);
        if (profile === undefined) continue;
        hot[name] = hotSpots(profile, figures.saturated.samples);
        await mkdir('.bench', { recursive: true });
        await writeFile(`.bench/${name}.cpuprofile`, profile);
      }
    }
    const gates = gatesOf(rounds.service, rounds.reference, trips.service);
    return { postgres: server.version, rounds, trips, gates, ...(options.profile && { hotSpots: hot }) };
  } finally {
    await town.close();
    await server.close();
  }
};
