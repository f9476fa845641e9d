import { randomBytes } from 'node:crypto';
import type { AnyChannel } from '../bot/channels/channel.ts';
import type { Address } from '../bot/conversation/inbound.ts';
import { flows } from '../bot/flows/index.ts';
import type { Hall, Seen } from '../bot/hall.ts';
import { createHandle, openQuestionOf } from '../bot/handle.ts';
import { createDeliver } from '../bot/jobs/deliver.ts';
import { createPace, type Pace, telegramPace } from '../bot/pace.ts';
import type { City, Outbox, Sessions } from '../bot/ports.ts';
import { createHallClock, type HallClock } from '../db/clock.ts';
import type { Database } from '../db/database.ts';
import { createOutbox } from '../db/outbox.ts';
import { loadCity } from '../db/reads/city.ts';
import { createReads } from '../db/reads/conversation.ts';
import type { Seal } from '../db/sealed.ts';
import { createSessions, keyOfMessage } from '../db/sessions.ts';
import type { Log } from './log.ts';

/** The hall, open: everything that takes messages and sends letters on one database, without any transport. */
export type OpenHall = {
  database: Database;
  seal: Seal;
  clock: HallClock;
  city: () => City;
  refresh: () => Promise<void>;
  sessions: Sessions;
  outbox: Outbox;
  handle: ReturnType<typeof createHandle>;
  keyOf: (from: Address, id: string) => string;
  deliver: ReturnType<typeof createDeliver>;
  channels: AnyChannel[];
  log: Log;
  parts: Hall;
};

export type HallParts = {
  database: Database;
  seal: Seal;
  log: Log;
  publicUrl: string;
  /** The zone of local dates where the agency names none. */
  zone?: string;
  /** How fast letters may go; Telegram's own limits unless said. */
  pace?: Pace;
  /** Keep sessions in memory between messages; not in a Worker. */
  cache?: boolean;
  /** What was read of the city a moment ago, so that it is not read again; `ahead` is the hall clock's lead in milliseconds. */
  known?: { city: City; ahead: number };
  watch?: (seen: Seen) => void;
};

const wait = (milliseconds: number) =>
  milliseconds <= 0 ? Promise.resolve() : new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Opens the hall on a migrated database that holds a city. Throws `NoCity` where none was loaded. */
export const openHall = async ({
  database,
  seal,
  log,
  publicUrl,
  zone,
  pace = telegramPace,
  cache = true,
  known,
  watch,
}: HallParts): Promise<OpenHall> => {
  const at = { publicUrl, ...(zone && { zone }) };
  const clock = createHallClock(database, known?.ahead);
  let city = known?.city ?? (await loadCity(database, at));
  if (!known) await clock.refresh();
  const sessions = createSessions(database, seal, { cache });
  const outbox = createOutbox(database, seal, { cache });
  const channels: AnyChannel[] = [];
  const parts: Hall = {
    registry: flows,
    city: () => city,
    clock,
    random: (bytes) => randomBytes(bytes),
    sessions,
    reads: createReads(database, seal, () => city, clock.now),
    ...(watch && { watch }),
  };
  const deliver = createDeliver({
    outbox,
    channels: () => channels,
    question: openQuestionOf(parts),
    pace: createPace(pace, { now: () => new Date() }),
    wait,
    locale: () => city.agency.locales[0] ?? 'id',
    alarm: ({ id, channel, failure, detail }) =>
      log.error({ event: 'letter-failed', id, channel, code: `${failure} ${detail}` }),
  });
  return {
    database,
    seal,
    clock,
    city: () => city,
    refresh: async () => {
      city = await loadCity(database, at);
      await clock.refresh();
    },
    sessions,
    outbox,
    handle: createHandle(parts),
    keyOf: (from, id) => keyOfMessage(seal, from, id),
    deliver,
    channels,
    log,
    parts,
  };
};
