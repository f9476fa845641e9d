import { machineClock } from '../../emulator/clock.ts';
import { seededDice } from '../../emulator/dice.ts';
import { fetchAdapter } from '../../emulator/fetch-adapter.ts';
import { keepAlivePost } from '../../emulator/post.ts';
import type { Storm } from '../../emulator/storm.ts';
import type { Serve } from '../../emulator/wire-request.ts';
import type { CallRecord } from './account.ts';
import { callMethod } from './bot-api.ts';
import { createBotServer } from './bot-server.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFiles } from './files.ts';
import { type Group, type GroupSetting, groupOf } from './group.ts';
import { createPace, realLimits } from './limits.ts';
import { firstUpdateId, openDesk } from './open-desk.ts';
import { type Answer, type Params, Refusal, refused } from './outcome.ts';
import { type Person, type Phone, phoneOf } from './phone.ts';
import type { Desk, Stats, World } from './world.ts';

export type TelegramEmulator = {
  /** A Bot API server: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
  fetch: (request: Request) => Promise<Response>;
  serve: Serve;
  /** One call without HTTP. */
  call: (token: string, method: string, params?: Params) => Promise<Answer>;
  phone: (person: Person, token?: string) => Phone;
  group: (setting: GroupSetting, token?: string) => Group;
  faults: Faults;
  /** Delivers a share of the updates several times; `undefined` ends it. */
  storm: (storm: Storm | undefined, token?: string) => void;
  /** Resolves when every update of the webhook has been delivered or dropped. */
  idle: (token?: string) => Promise<void>;
  /** Goes on with update ids from another random number, as Telegram may after a quiet week. */
  renumber: (token?: string) => void;
  /** Clears a chat as if the person had never written. */
  reset: (chatId: number, token?: string) => void;
  calls: (token?: string) => CallRecord[];
  /** What lies behind a file id, for whoever draws the phone. */
  file: (fileId: string) => { bytes: Uint8Array; name: string } | undefined;
  stats: Stats;
  close: () => void;
};

/**
 * A small, strict Telegram: what a bot does is judged with the real server's rules and words, and people with
 * phones write back. It holds everything in memory, within bounds, and is the same for the same seed and clock.
 */
export function createTelegramEmulator(options: EmulatorOptions): TelegramEmulator {
  const dice = seededDice(options.seed ?? 1);
  const scale = options.timeScale ?? 1;
  const world: World = {
    clock: options.clock ?? machineClock,
    dice,
    timeScale: scale,
    messagesMax: options.messagesPerChat ?? 500,
    requireHttps: options.requireHttps ?? false,
    localLinks: options.localLinks ?? false,
    files: createFiles(options.fileBytes ?? 256 * 1024 * 1024),
    faults: createFaults(dice),
    pace: createPace(options.limits === true ? realLimits : options.limits, scale),
    stats: { calls: 0, refused: 0, updates: 0, delivered: 0, failedDeliveries: 0, repeated: 0, dropped: 0 },
    onCall: options.onCall,
  };
  const own = options.post ? undefined : keepAlivePost(100);
  const post = options.post ?? own ?? keepAlivePost(100);
  const desks = new Map(options.bots.map((bot) => [bot.token, openDesk(world, bot, options, post)]));
  const deskOf = (token = options.bots[0].token): Desk => {
    const desk = desks.get(token);
    if (!desk) throw new Error('no bot with this token');
    return desk;
  };
  const serve = createBotServer((token) => desks.get(token));
  return {
    fetch: fetchAdapter(serve),
    serve,
    call: async (token, method, params = {}) => {
      const desk = desks.get(token);
      return desk ? callMethod(desk, method, params, 'call') : refused(new Refusal(401, 'Unauthorized'));
    },
    phone: (person, token) => phoneOf(deskOf(token), person),
    group: (setting, token) => groupOf(deskOf(token), setting),
    faults: world.faults,
    storm: (storm, token) => deskOf(token).delivery.storm(storm),
    idle: (token) => deskOf(token).delivery.idle(),
    renumber: (token) => {
      deskOf(token).account.nextUpdate = firstUpdateId(dice);
    },
    reset: (chatId, token) => clearChat(deskOf(token), chatId),
    calls: (token) => deskOf(token).account.calls.list(),
    file: world.files.byId,
    stats: world.stats,
    close() {
      for (const { account, delivery, polling } of desks.values()) {
        account.webhook = undefined;
        account.pending.clear();
        delivery.restart();
        polling.wake();
      }
      own?.close();
    },
  };
}

/** The same chat object stays, so that phones and listeners that hold it go on working. */
function clearChat({ account }: Desk, id: number): void {
  const chat = account.chats.get(id);
  if (!chat) return;
  chat.messages.clear();
  chat.topics.clear();
  chat.open = chat.wire.type !== 'private';
  chat.blocked = false;
  chat.keyboard = undefined;
  chat.lastAnswer = undefined;
  chat.actionUntil = 0;
  chat.unread = [];
}
