import { randomBytes } from 'node:crypto';
import type { AnyChannel, Status } from '../bot/channels/channel.ts';
import { failureOfCode } from '../bot/channels/failure-of-code.ts';
import type { Address } from '../bot/conversation/inbound.ts';
import { sameGround } from '../bot/domain/reminding/same-ground.ts';
import { flows } from '../bot/flows/index.ts';
import { createRoomOf } from '../bot/group-room.ts';
import type { Hall, Seen } from '../bot/hall.ts';
import { createHandle, openQuestionOf } from '../bot/handle.ts';
import { createHandleGroup } from '../bot/handle-group.ts';
import { createAnnounce } from '../bot/jobs/announce.ts';
import { createDeliver, type Delivery } from '../bot/jobs/deliver.ts';
import { withKindWords } from '../bot/jobs/kind-word-letters.ts';
import { createReminderLetters, type ReminderLetters } from '../bot/jobs/reminder-letters.ts';
import { createStatuses } from '../bot/jobs/statuses.ts';
import { createTurns } from '../bot/jobs/turns.ts';
import { photoKey } from '../bot/media.ts';
import { createPaces, type Pace, type Pacing, paces } from '../bot/pace.ts';
import type { City, Doors, Outbox, Sessions } from '../bot/ports.ts';
import { createSilence, type Silence } from '../bot/silence.ts';
import type { TrainingExtras } from '../bot/training-extras.ts';
import { createHallClock, type HallClock } from '../db/clock.ts';
import { createGroups } from '../db/groups.ts';
import { createLetterStatus } from '../db/letter-status.ts';
import { createMediaStore } from '../db/media.ts';
import { createOutbox } from '../db/outbox.ts';
import type { Pools } from '../db/pools.ts';
import { loadCity } from '../db/reads/city.ts';
import { createReads } from '../db/reads/conversation.ts';
import { openKindWords } from '../db/reads/training/open-kind-words.ts';
import { createOpenReminders } from '../db/reminders/open-reminders.ts';
import type { Seal } from '../db/sealed.ts';
import { createSessions, keyOfMessage } from '../db/sessions.ts';
import { lookAgainAtAll } from '../db/stores/training/look-again.ts';
import { createUntolds } from '../db/untolds.ts';
import { coalesced } from './coalesced.ts';
import type { Log } from './log.ts';
import { mediaShelf } from './media/media-shelf.ts';
import type { Storage } from './media/storage/storage.ts';
import { createTrainingExtras } from './training-extras.ts';
import { whenAsked } from './when-asked.ts';

/**
 * The hall, open: everything that takes messages and sends letters on one database, without any transport. What it was opened on
 * is handed on as it is.
 */
export type OpenHall<On extends Pools = Pools> = {
  database: On;
  seal: Seal;
  clock: HallClock;
  city: () => City;
  refresh: () => Promise<void>;
  sessions: Sessions;
  outbox: Outbox;
  handle: ReturnType<typeof createHandle>;
  handleGroup: ReturnType<typeof createHandleGroup>;
  /** Where letters about a report go in its office's group. */
  roomOf: ReturnType<typeof createRoomOf>;
  keyOf: (from: Address, id: string) => string;
  deliver: ReturnType<typeof createDeliver>;
  /** Letters of all are not taken any more, for the process ends; those in hand go. */
  rest: () => void;
  /** Whether thousands of letters go at this time, so that an answer may be refused. */
  crowded: Pacing['crowded'];
  /** An answer that goes out by itself is counted; gives the milliseconds for which nothing may be said. */
  said: (to: Pick<Address, 'channel' | 'account'>) => number;
  /** Writes what a platform says became of our messages. Letters that are to go again or by another way go with the next sweep. */
  settle: (channel: Address['channel'], statuses: readonly Status[]) => Promise<void>;
  /** Tells everybody concerned what happened to reports, and sends those letters; gives how many heard. */
  announce: () => Promise<number>;
  /** The same by another clock. */
  announceBy: (now: () => Date) => () => Promise<number>;
  /** What stands below the reminders of a day. */
  extras: TrainingExtras;
  /** The words of letters that only say `remind`. */
  reminders: ReminderLetters;
  channels: AnyChannel[];
  /** A cleaned photo's bytes; null where this process has no store, or the photo is not kept any more. */
  photo: (id: string) => Promise<Uint8Array | null>;
  log: Log;
  parts: Hall;
};

export type HallParts<On extends Pools = Pools> = {
  database: On;
  seal: Seal;
  log: Log;
  publicUrl: string;
  /** The zone of local dates where the agency names none. */
  zone?: string;
  /** By what name the bot is found in each app, for links and codes. */
  doors?: Doors;
  /** How fast letters may go on any channel; each one's own limits unless said. */
  pace?: Pace;
  /** Keep sessions in memory between messages; not in a Worker. */
  cache?: boolean;
  /** What was read of the city a moment ago, so that it is not read again; `ahead` is the hall clock's lead in milliseconds. */
  known?: { city: City; ahead: number };
  watch?: (seen: Seen) => void;
  /** Where photos lie; without it letters with photos wait for a process that has it. */
  storage?: Pick<Storage, 'get'>;
};

const wait = (milliseconds: number) =>
  milliseconds <= 0 ? Promise.resolve() : new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const allAt = (pace: Pace): typeof paces => ({
  telegram: pace,
  terminal: pace,
  'whatsapp-cloud': pace,
  'whatsapp-linked': pace,
});

/** A pause is known here before it is written down, so that nothing goes that is in hand already. */
const hushing = (outbox: Outbox, silence: Silence): Outbox => ({
  ...outbox,
  pause: (account, seconds) => {
    silence.begin(account, seconds);
    return outbox.pause(account, seconds);
  },
});

/** Opens the hall on a migrated database that holds a city. Throws `NoCity` where none was loaded. */
export const openHall = async <On extends Pools>({
  database,
  seal,
  log,
  publicUrl,
  zone,
  doors,
  pace,
  cache = true,
  known,
  watch,
  storage,
}: HallParts<On>): Promise<OpenHall<On>> => {
  const at = { publicUrl, ...(zone && { zone }), ...(doors && { doors }) };
  const clock = createHallClock(database, known?.ahead);
  let city = known?.city ?? (await loadCity(database, at));
  if (!known) await clock.refresh();
  const sessions = createSessions(database, seal, { cache, city: () => city });
  const machine = { now: () => new Date() };
  const pacing = createPaces(pace ? allAt(pace) : paces, machine);
  const silence = createSilence(machine);
  const outbox = hushing(createOutbox(database, seal, { cache }), silence);
  let resting = false;
  const channels: AnyChannel[] = [];
  const reads = createReads(database, seal, () => city, clock.now);
  const parts: Hall = {
    registry: flows,
    city: () => city,
    clock,
    random: (bytes) => randomBytes(bytes),
    sessions,
    reads: (session) => whenAsked(() => reads(session)),
    ...(watch && { watch }),
  };
  const extras = createTrainingExtras(database, () => city, clock.now);
  const alarm: Delivery['alarm'] = ({ id, channel, failure, detail }) =>
    log.error({ event: 'letter-failed', id, channel, code: `${failure} ${detail}` });
  const reminders = withKindWords(
    createReminderLetters({
      open: createOpenReminders(database, () => city),
      extras,
      city: () => city,
      now: clock.now,
    }),
    (letters) => openKindWords(database.sql, city, letters, clock.now()),
  );
  const deliver = createDeliver({
    outbox,
    channels: () => channels,
    question: openQuestionOf(parts),
    reminders,
    offered: sessions.offer,
    pace: pacing,
    turns: createTurns({ pace: pacing, silence, clock: machine, wait }),
    now: clock.now,
    wait,
    silent: ({ name, account }) => silence.left({ channel: name, account }),
    goesOn: () => !resting,
    media: storage && mediaShelf(createMediaStore(database, seal), storage),
    locale: () => city.agency.locales[0] ?? 'id',
    alarm,
  });
  const toAll = coalesced(() => deliver());
  const told = createStatuses({ letters: createLetterStatus(database, seal), failureOfCode, alarm });
  const groups = createGroups(database, seal, () => city, clock.now);
  const handle = createHandle(parts);
  const roomOf = createRoomOf({ groups, channels: () => channels });
  const announceBy = (now: () => Date) => {
    const untolds = createUntolds(database, seal, () => city);
    const tell = createAnnounce({ untolds, city: () => city, now, roomOf });
    return coalesced(async () => {
      const contacts = await tell();
      await Promise.all(contacts.map((contact) => deliver({ contact })));
      return contacts.length;
    });
  };
  return {
    database,
    seal,
    clock,
    city: () => city,
    refresh: async () => {
      const before = city;
      city = await loadCity(database, at);
      await clock.refresh();
      if (!sameGround(before, city)) await lookAgainAtAll(database.sql, {});
    },
    sessions,
    outbox,
    extras,
    reminders,
    handle,
    roomOf,
    announceBy,
    announce: announceBy(clock.now),
    handleGroup: createHandleGroup({ ...parts, groups }, handle),
    photo: async (id) => (storage ? storage.get(photoKey('clean', id)) : null),
    keyOf: (from, id) => keyOfMessage(seal, from, id),
    deliver: (which = {}) => (cache && Object.keys(which).length === 0 ? toAll() : deliver(which)),
    rest: () => {
      resting = true;
    },
    crowded: pacing.crowded,
    said: (to) => {
      const silent = silence.left(to);
      if (silent === 0) pacing.said(to);
      return silent;
    },
    settle: async (channel, statuses) => {
      await told(channel, statuses);
    },
    channels,
    log,
    parts,
  };
};
