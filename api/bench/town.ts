import {
  createTelegramEmulator,
  type EmulatorOptions,
  leanPost,
  type Phone,
  serveEmulator,
  type TelegramEmulator,
} from '../../bot/channels/telegram/emulator/index.ts';
import type { Home, Seen } from './dialogue.ts';
import { type Person, personOf } from './person.ts';

/** The bot of the benchmark, and the secret that its webhook must check. */
export const bot = { token: '4242:token-of-the-benchmark-bot', secret: 'secret-of-the-benchmark' };

/** Telegram and its people, on this side of the wire. */
export type Town = {
  apiRoot: string;
  emulator: TelegramEmulator;
  people: readonly Person[];
  /** Sends updates to a subject from now on. */
  connect: (webhook: string) => Promise<void>;
  close: () => Promise<void>;
};

const firstPerson = 7_000_000;
const perRow = 11;

/** Homes on a grid inside Salatiga, 330 m or more apart: further than reports count as similar. */
export const homeOf = (i: number): Home => ({
  lat: -7.3305 + (Math.floor(i / perRow) % perRow) * 0.003 - 0.015,
  lon: 110.5 + (i % perRow) * 0.003 - 0.015,
});

/** So many live here; more at once would have to share a home. */
export const inhabitants = perRow * perRow;

/** Everybody who will write has written once: contacts are made and notices shown before anything counts. */
export const firstReports = (people: number) => (begun: number) => begun < Math.min(inhabitants, 4 * people);

/** What the phone shows, each time the bot has said or changed something. */
const screenOf = (phone: Phone) => (look: (seen: Seen) => void) => {
  phone.subscribe((event) => {
    if ((event.kind !== 'message' && event.kind !== 'edit') || event.message.from !== 'bot') return;
    const { text, buttons } = event.message;
    const keys = phone.keyboard()?.rows.flat() ?? [];
    const asksPlace = keys.some((key) => key.request_location);
    look({ text, labels: buttons.flat().map(({ label }) => label), asksPlace });
  });
};

/** Opens the emulator on a loopback port, with everybody at home; as lenient as can be unless said. */
export const openTown = async (more: Partial<EmulatorOptions> = {}): Promise<Town> => {
  let send: ReturnType<typeof leanPost> | undefined;
  const emulator = createTelegramEmulator({
    bots: [{ token: bot.token }],
    messagesPerChat: 24,
    callsKept: 1,
    post: (url, body, headers) =>
      send ? send(url, body, headers) : Promise.reject(new Error('no subject yet')),
    ...more,
  });
  const server = await serveEmulator(emulator);
  const people = Array.from({ length: inhabitants }, (_, i) => {
    const phone = emulator.phone({ id: firstPerson + i, firstName: 'Sri' });
    return personOf(phone, homeOf(i), screenOf(phone));
  });
  return {
    apiRoot: server.url,
    emulator,
    people,
    connect: async (webhook) => {
      send?.close();
      send = leanPost(webhook);
      const set = await emulator.call(bot.token, 'setWebhook', {
        url: webhook,
        secret_token: bot.secret,
        max_connections: 100,
      });
      if (typeof set === 'string' || !set.ok) throw new Error('the webhook was refused');
    },
    close: async () => {
      emulator.close();
      send?.close();
      await server.close();
    },
  };
};
