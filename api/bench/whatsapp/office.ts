import { leanPost } from '../../../bot/channels/emulator/lean-post.ts';
import {
  type CallRecord,
  createGraphEmulator,
  type GraphEmulator,
  type Phone,
  serveEmulator,
} from '../../../bot/channels/whatsapp-cloud/emulator/index.ts';
import type { Seen } from '../dialogue.ts';
import { type Person, personOf } from '../person.ts';
import type { Setting } from '../subject.ts';
import { homeOf, inhabitants } from '../town.ts';

/** The office's number, and what its webhook is signed with. */
export const number = {
  phoneNumberId: '105400120030055',
  displayNumber: '62 298 700 1055',
  token: 'token-of-the-benchmark-number',
  appSecret: 'secret-of-the-benchmark',
  verifyToken: 'secret-of-the-benchmark',
};

/** WhatsApp and its people, on this side of the wire. `Ears` hear of each call, and of each answer to a person's message in milliseconds. */
export type Office = {
  emulator: GraphEmulator;
  people: readonly Person[];
  listen: (ears: Ears) => void;
  /** What a measured process is told, so that it serves this number. */
  setting: (database: string) => Setting;
  /** Sends webhooks to a service from now on. */
  connect: (webhook: string) => void | Promise<void>;
  close: () => Promise<void>;
};

type Ears = { called?: (call: CallRecord) => void; answered?: (milliseconds: number) => void };

/** A second of WhatsApp lasts so much of ours: what became of a message is told 10, 20 and 30 ms after it was sent. */
const timeScale = 0.05;

const labelsOf = ({ buttons, list }: Extract<ReturnType<Phone['last']>, object>): string[] => [
  ...buttons.map(({ label }) => label),
  ...(list?.rows ?? []).map(({ title, description }) => description ?? title),
];

/** What the phone shows, each time the bot has said something. */
const screenOf = (phone: Phone) => (look: (seen: Seen) => void) => {
  phone.subscribe((event) => {
    if (event.kind !== 'message' || event.message.from !== 'bot') return;
    const { text, asksLocation } = event.message;
    look({ text, labels: labelsOf(event.message), asksPlace: asksLocation });
  });
};

/** Opens the strict Graph API on a loopback port, with everybody at home. People have a number and a user id, as since 2026. */
export const openOffice = async (): Promise<Office> => {
  let send: ReturnType<typeof leanPost> | undefined;
  let ears: Ears = {};
  const emulator = createGraphEmulator({
    numbers: [number],
    timeScale,
    messagesPerChat: 24,
    callsKept: 1,
    onCall: (call) => ears.called?.(call),
    post: async (url, body, headers) => {
      if (!send) throw new Error('no service yet');
      const from = performance.now();
      const posted = await send(url, body, headers);
      if (body.includes('"messages":[')) ears.answered?.(performance.now() - from);
      return posted;
    },
  });
  const server = await serveEmulator(emulator);
  const people = Array.from({ length: inhabitants }, (_, i) => {
    const id = String(7_000_000 + i);
    const phone = emulator.phone({ name: 'Sri', waId: `6281${id}`, userId: `ID.${id}13491208` });
    return personOf(phone, homeOf(i), screenOf(phone));
  });
  return {
    emulator,
    people,
    listen: (now) => {
      ears = now;
    },
    setting: (database) => ({
      database,
      apiRoot: server.url,
      token: number.token,
      secret: number.appSecret,
      number: number.phoneNumberId,
    }),
    connect: (webhook) => {
      send?.close();
      send = leanPost(webhook);
      return emulator.subscribe(webhook);
    },
    close: async () => {
      emulator.close();
      send?.close();
      await server.close();
    },
  };
};
