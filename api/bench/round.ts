import type { BenchServer } from './bench-server.ts';
import { steps } from './dialogue.ts';
import { openLoad, type Played, saturate } from './loads.ts';
import type { Options } from './options.ts';
import { type Quantiles, quantilesOf } from './quantiles.ts';
import { type SubjectName, startSubject } from './subject.ts';
import { bot, firstReports, type Town } from './town.ts';

/** What one round of one subject came to. Times in milliseconds; `open` is the load by the clock. */
export type Round = {
  subject: SubjectName;
  updatesPerSecond: number;
  cpuPerUpdate: number;
  saturated: Quantiles;
  rssMb: number;
  open: Quantiles;
  openCpuPerUpdate: number;
  callsPerDialogue: number;
  /** Reports that people hold a receipt for, tickets in the database, and how many of these are the same. */
  dialogues: number;
  tickets: number;
  same: number;
  /** Who was never answered: by ordinary loads, and while updates were repeated. */
  stuck: number;
  stuckInStorm: number;
  repeats: number;
  profile?: string;
};

const megabyte = 1024 * 1024;

/** The open load lasts so much longer than the saturated one: 10 s and 300 updates/s then give 10,200 samples. */
const openLonger = 3.4;

/** Warm-up and the load with repeated updates, as shares of the saturated load: a service runs for weeks, so it is measured when its code is compiled. */
const warmShare = 1.5;
const stormShare = 0.3;

const forSeconds = (seconds: number) => {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() < end;
};

/** One round on a fresh database: warm-up, saturated, open, and 30 % of the updates repeated at the same moment. */
export const playRound = async (
  name: SubjectName,
  server: BenchServer,
  town: Town,
  { seconds, people, rate, profile }: Options,
): Promise<Round> => {
  const database = await server.fresh(name);
  const subject = await startSubject(name, { ...bot, apiRoot: town.apiRoot, database: database.url });
  const { emulator } = town;
  await town.connect(subject.webhook);
  const all: Played[] = [];
  const silently = () => {};
  all.push(await saturate(town.people, people, firstReports(people), silently));
  all.push(await saturate(town.people, people, forSeconds(seconds * warmShare), silently));

  if (profile) await subject.startProfile();
  const waits: number[] = [];
  const calls = emulator.stats.calls;
  const before = await subject.usage();
  const start = performance.now();
  const saturated = await saturate(town.people, people, forSeconds(seconds), (wait) => void waits.push(wait));
  const took = (performance.now() - start) / 1000;
  const after = await subject.usage();
  const made = emulator.stats.calls - calls;
  const taken = profile ? await subject.endProfile() : undefined;
  all.push(saturated);

  const openWaits: number[] = [];
  const beforeOpen = await subject.usage();
  all.push(await openLoad(town.people, rate, seconds * openLonger, (wait) => void openWaits.push(wait)));
  const afterOpen = await subject.usage();

  const repeated = emulator.stats.repeated;
  emulator.storm({ repeatShare: 0.3, copies: 1, parallel: true });
  const storm = await saturate(town.people, people, forSeconds(seconds * stormShare), silently);
  all.push(storm);
  emulator.storm(undefined);
  await emulator.idle();
  await subject.stop();

  const held = new Set(all.flatMap(({ tickets }) => tickets));
  const tickets = await database.list(subject.tickets);
  await database.drop();
  const cpu = after.cpuMicroseconds - before.cpuMicroseconds;
  return {
    subject: name,
    updatesPerSecond: waits.length / took,
    cpuPerUpdate: cpu / waits.length,
    saturated: quantilesOf(waits),
    rssMb: after.rssBytes / megabyte,
    open: quantilesOf(openWaits),
    openCpuPerUpdate: (afterOpen.cpuMicroseconds - beforeOpen.cpuMicroseconds) / openWaits.length,
    callsPerDialogue: made / (waits.length / steps.length),
    dialogues: all.reduce((sum, played) => sum + played.tickets.length, 0),
    tickets: tickets.length,
    same: tickets.filter((ticket) => held.has(ticket)).length,
    stuck: all.reduce((sum, { stuck }) => sum + stuck, 0) - storm.stuck,
    stuckInStorm: storm.stuck,
    repeats: emulator.stats.repeated - repeated,
    ...(taken !== undefined && { profile: taken }),
  };
};
