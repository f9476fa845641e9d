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

/** The saturated load is cut into so many spells, played in turns with the other subject, so that a machine that slows down slows both. */
const spells = 4;

const forSeconds = (seconds: number) => {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() < end;
};

const silently = () => {};

/** One subject on a fresh database, through one round. */
type Visit = {
  warmUp: () => Promise<void>;
  saturatedSpell: () => Promise<void>;
  openLoad: () => Promise<void>;
  storm: () => Promise<void>;
  end: () => Promise<Round>;
};

const openVisit = async (
  name: SubjectName,
  server: BenchServer,
  town: Town,
  { seconds, people, rate, profile }: Options,
): Promise<Visit> => {
  const database = await server.fresh(name);
  const subject = await startSubject(name, { ...bot, apiRoot: town.apiRoot, database: database.url });
  const { emulator } = town;
  const all: Played[] = [];
  const saturated = { waits: [] as number[], milliseconds: 0, cpu: 0, rssBytes: 0, calls: 0 };
  const open = { waits: [] as number[], cpu: 0 };
  let storm: Played = { tickets: [], stuck: 0 };
  let repeats = 0;
  let taken: string | undefined;

  /** Plays a load on this subject, and tells the processor time that it took. */
  const played = async (
    load: () => Promise<Played>,
  ): Promise<{ what: Played; cpu: number; rssBytes: number }> => {
    await town.connect(subject.webhook);
    const before = await subject.usage();
    const what = await load();
    const after = await subject.usage();
    await emulator.idle();
    all.push(what);
    return { what, cpu: after.cpuMicroseconds - before.cpuMicroseconds, rssBytes: after.rssBytes };
  };

  return {
    warmUp: async () => {
      await played(() => saturate(town.people, people, firstReports(people), silently));
      await played(() => saturate(town.people, people, forSeconds(seconds * warmShare), silently));
      if (profile) await subject.startProfile();
    },

    saturatedSpell: async () => {
      const calls = emulator.stats.calls;
      let milliseconds = 0;
      const { cpu, rssBytes } = await played(async () => {
        const start = performance.now();
        const what = await saturate(
          town.people,
          people,
          forSeconds(seconds / spells),
          (wait) => void saturated.waits.push(wait),
        );
        milliseconds = performance.now() - start;
        return what;
      });
      saturated.milliseconds += milliseconds;
      saturated.cpu += cpu;
      saturated.rssBytes = rssBytes;
      saturated.calls += emulator.stats.calls - calls;
    },

    openLoad: async () => {
      if (profile) taken = await subject.endProfile();
      const { cpu } = await played(() =>
        openLoad(town.people, rate, seconds * openLonger, (wait) => void open.waits.push(wait)),
      );
      open.cpu = cpu;
    },

    storm: async () => {
      const before = emulator.stats.repeated;
      emulator.storm({ repeatShare: 0.3, copies: 1, parallel: true });
      const { what } = await played(() =>
        saturate(town.people, people, forSeconds(seconds * stormShare), silently),
      );
      emulator.storm(undefined);
      storm = what;
      repeats = emulator.stats.repeated - before;
    },

    end: async () => {
      await subject.stop();
      const held = new Set(all.flatMap(({ tickets }) => tickets));
      const tickets = await database.list(subject.tickets);
      await database.drop();
      return {
        subject: name,
        updatesPerSecond: (1000 * saturated.waits.length) / saturated.milliseconds,
        cpuPerUpdate: saturated.cpu / saturated.waits.length,
        saturated: quantilesOf(saturated.waits),
        rssMb: saturated.rssBytes / megabyte,
        open: quantilesOf(open.waits),
        openCpuPerUpdate: open.cpu / open.waits.length,
        callsPerDialogue: saturated.calls / (saturated.waits.length / steps.length),
        dialogues: all.reduce((sum, { tickets: finished }) => sum + finished.length, 0),
        tickets: tickets.length,
        same: tickets.filter((ticket) => held.has(ticket)).length,
        stuck: all.reduce((sum, { stuck }) => sum + stuck, 0) - storm.stuck,
        stuckInStorm: storm.stuck,
        repeats,
        ...(taken !== undefined && { profile: taken }),
      };
    },
  };
};

/**
 * One round of both: warm-up, saturated in turns, open, and 30 % of the updates repeated at the same moment. While one
 * is played the other stands still.
 */
export const playRound = async (
  server: BenchServer,
  town: Town,
  options: Options,
): Promise<{ [name in SubjectName]: Round }> => {
  const service = await openVisit('service', server, town, options);
  const reference = await openVisit('reference', server, town, options);
  const both = [service, reference];
  for (const visit of both) await visit.warmUp();
  for (let spell = 0; spell < spells; spell++)
    for (const visit of spell % 2 === 0 ? both : both.toReversed()) await visit.saturatedSpell();
  for (const visit of both) await visit.openLoad();
  for (const visit of both) await visit.storm();
  return { service: await service.end(), reference: await reference.end() };
};
