import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchServer } from './bench-server.ts';
import { steps } from './dialogue.ts';
import { saturate } from './loads.ts';
import type { Options } from './options.ts';
import { median } from './quantiles.ts';
import { type SubjectName, startSubject } from './subject.ts';
import { bot, firstReports, type Town } from './town.ts';
import { countWire, type WireCount } from './wire-count.ts';

/** One of the seven updates on the wire: until it was answered for, and delivery apart. */
export type StepTrips = { step: string; trips: number; delivery: number; statements: number };

/** Per update, as means over the seven of the medians of each. */
export type Trips = {
  steps: StepTrips[];
  trips: number;
  statements: number;
  parses: number;
  transactions: number;
};

const dialogues = 9;

/** Reports of each person before it counts, so that every connection has prepared every statement. */
const warmReports = 4;

/** So long after a reply, what belongs to it has been written (milliseconds). */
const quiet = 20;

/** Counts statements and waits of each step, one person at a time, on a service that is warm. */
export const countTrips = async (
  name: SubjectName,
  server: BenchServer,
  town: Town,
  { people }: Pick<Options, 'people'>,
): Promise<Trips> => {
  const database = await server.fresh(name);
  const wire = await countWire(database.url);
  const subject = await startSubject(name, { ...bot, apiRoot: town.apiRoot, database: wire.url });
  await town.connect(subject.webhook);
  await saturate(town.people, people, firstReports(people), () => {});
  await saturate(
    town.people,
    people,
    (begun) => begun < warmReports * people,
    () => {},
  );
  await sleep(10 * quiet);

  const seen = steps.map((): WireCount[] => []);
  const one = town.people.slice(0, 1);
  const person = one[0];
  for (let i = 0; person && i < dialogues; i++) {
    wire.take();
    await person.play({
      think: () => 2 * quiet,
      onReply: (_, step) => void setTimeout(() => seen[step]?.push(wire.take()), quiet),
    });
    await sleep(2 * quiet);
  }
  await subject.stop();
  await wire.close();
  await database.drop();

  const middle = (counts: readonly WireCount[], figure: keyof WireCount) =>
    median(counts.map((one) => one[figure]));
  const mean = (figure: keyof WireCount) =>
    seen.reduce((sum, counts) => sum + middle(counts, figure), 0) / steps.length;
  return {
    steps: seen.map((counts, i) => ({
      step: steps[i]?.name ?? '',
      trips: middle(counts, 'untilCommit'),
      delivery: median(counts.map(({ trips, untilCommit }) => trips - untilCommit)),
      statements: middle(counts, 'statements'),
    })),
    trips: mean('trips'),
    statements: mean('statements'),
    parses: mean('parses'),
    transactions: mean('transactions'),
  };
};
