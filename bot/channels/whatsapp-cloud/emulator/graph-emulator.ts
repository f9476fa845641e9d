import { machineClock } from '../../emulator/clock.ts';
import { seededDice } from '../../emulator/dice.ts';
import { fetchAdapter } from '../../emulator/fetch-adapter.ts';
import { plainGet } from '../../emulator/get.ts';
import { keepAlivePost } from '../../emulator/post.ts';
import type { Storm } from '../../emulator/storm.ts';
import type { Given, Serve } from '../../emulator/wire-request.ts';
import { clearChat, type Person } from './chat.ts';
import type { GraphOptions } from './emulator-options.ts';
import type { BatchShape } from './envelope.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGraphServer } from './graph-server.ts';
import { createMedia } from './media.ts';
import { openDesk } from './open-desk.ts';
import { type Phone, phoneOf } from './phone.ts';
import { plainHabit, type StatusHabit } from './statuses.ts';
import { subscribe } from './subscribe.ts';
import { createTemplates, type Template } from './templates.ts';
import type { CallRecord, Desk, Stats, World } from './world.ts';

/** Where `phoneNumberId` is left out, the first number is meant. */
export type GraphEmulator = {
  /** A Graph API server: `/v23.0/{number}/messages`, `/media`, `/{media}`, `/{number}`. */
  fetch: (request: Request) => Promise<Response>;
  serve: Serve;
  /** One message call without HTTP, with the number's own token: status and body of the answer. */
  call: (body: object, phoneNumberId?: string) => Promise<{ status: number; body: unknown }>;
  /** Asks the webhook its question and delivers there from now on; `unasked` only delivers. */
  subscribe: (
    url: string,
    how?: { verifyToken?: string; unasked?: true; phoneNumberId?: string },
  ) => Promise<void>;
  phone: (person: Person, phoneNumberId?: string) => Phone;
  /** Makes a template known; throws where Meta would send it back. */
  approve: (template: Template) => void;
  templates: () => Template[];
  faults: Faults;
  /** Changes how news of messages comes; `false` is none but failures. */
  statuses: (habit: Partial<StatusHabit> | false) => void;
  /** Keeps back what happens until `release`, which sends it all in one delivery and gives its number. */
  hold: (phoneNumberId?: string) => void;
  release: (shape?: BatchShape, phoneNumberId?: string) => number;
  /** Lets deliveries overtake each other by waiting up to so many seconds; 0 ends it. */
  scramble: (seconds: number, phoneNumberId?: string) => void;
  /** Delivers a share of the webhooks several times; `undefined` ends it. */
  storm: (storm: Storm | undefined, phoneNumberId?: string) => void;
  /** Resolves when every webhook has been delivered or dropped and no news is to come. */
  idle: (phoneNumberId?: string) => Promise<void>;
  /** Clears a person's chat as if they had never written. */
  reset: (person: Person, phoneNumberId?: string) => void;
  calls: (phoneNumberId?: string) => CallRecord[];
  /** What lies behind a media id, for whoever draws the phone. */
  file: (mediaId: string) => { bytes: Uint8Array; name: string; type: string } | undefined;
  stats: Stats;
  close: () => void;
};

/**
 * A small, strict WhatsApp Cloud API: what a bot does is judged by Meta's published rules and answered in its error
 * codes, and people with phones write back. It holds everything in memory, within bounds, and is the same for the same
 * seed and clock.
 */
export function createGraphEmulator(options: GraphOptions): GraphEmulator {
  const world = worldOf(options);
  const own = options.post ? undefined : keepAlivePost(100);
  const post = options.post ?? own ?? keepAlivePost(100);
  const [first, ...others] = options.numbers;
  const open = (setting: typeof first): Desk => openDesk(world, setting, options, post);
  const desks: [Desk, ...Desk[]] = [open(first), ...others.map(open)];
  const deskOf = (id = first.phoneNumberId): Desk => {
    const desk = desks.find(({ number }) => number.phoneNumberId === id);
    if (!desk) throw new Error(`no number ${id}`);
    return desk;
  };
  const serve = createGraphServer(desks);
  return {
    fetch: fetchAdapter(serve),
    serve,
    call: async (body, id) => answerOf(await serve(messageCall(deskOf(id), body))),
    async subscribe(url, { verifyToken, unasked, phoneNumberId } = {}) {
      const desk = deskOf(phoneNumberId);
      if (unasked) desk.delivery.point(url);
      else await subscribe(desk, url, options.get ?? plainGet, verifyToken ?? desk.number.verifyToken);
    },
    phone: (person, id) => phoneOf(deskOf(id), person),
    approve: world.templates.approve,
    templates: world.templates.list,
    faults: world.faults,
    statuses(habit) {
      world.habit = habit === false ? undefined : { ...plainHabit, ...habit };
    },
    hold: (id) => deskOf(id).delivery.hold(),
    release: (shape = 'values', id) => deskOf(id).delivery.release(shape),
    scramble: (seconds, id) => deskOf(id).delivery.scramble(seconds),
    storm: (storm, id) => deskOf(id).delivery.storm(storm),
    idle: (id) => deskOf(id).delivery.idle(),
    reset({ waId = '', userId = '' }, id) {
      const chat = deskOf(id).byNumber.get(waId) ?? deskOf(id).byUser.get(userId);
      if (chat) clearChat(chat);
    },
    calls: (id) => deskOf(id).calls.list(),
    file: (id) => world.media.byId(id, world.clock.now()),
    stats: world.stats,
    close() {
      for (const { delivery } of desks) delivery.close();
      own?.close();
    },
  };
}

function worldOf(options: GraphOptions): World {
  const { timeScale = 1, statuses } = options;
  const dice = seededDice(options.seed ?? 1);
  const stats = { calls: 0, refused: 0, failed: 0, events: 0, delivered: 0, failedDeliveries: 0 };
  return {
    clock: options.clock ?? machineClock,
    dice,
    timeScale,
    messagesMax: options.messagesPerChat ?? 500,
    windowAt: options.windowAt ?? 'status',
    userIdIn: options.userIdIn ?? 'recipient',
    habit: statuses === false ? undefined : { ...plainHabit, ...statuses },
    media: createMedia(options.fileBytes ?? 256 * 1024 * 1024, dice, timeScale),
    templates: createTemplates(),
    faults: createFaults(dice),
    stats: { ...stats, repeated: 0, dropped: 0 },
    onCall: options.onCall,
  };
}

const messageCall = ({ number }: Desk, body: object) => ({
  method: 'POST',
  origin: 'http://graph.test',
  target: `/${number.phoneNumberId}/messages`,
  type: 'application/json',
  authorization: `Bearer ${number.token}`,
  body: new TextEncoder().encode(JSON.stringify(body)),
});

const answerOf = (given: Given): { status: number; body: unknown } =>
  given.kind === 'json'
    ? { status: given.status, body: JSON.parse(given.text) }
    : { status: 0, body: undefined };
