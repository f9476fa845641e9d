import { inject, test } from 'vitest';
import type { Phone } from '../../../bot/channels/telegram/emulator/index.ts';
import type { Address } from '../../../bot/conversation/inbound.ts';
import type { Actor } from '../../../bot/conversation/transcript.ts';
import type { Pace } from '../../../bot/pace.ts';
import type { AppParts } from '../../app.ts';
import type { OpenHall } from '../../hall.ts';
import type { Tasks } from '../../tasks.ts';

declare module 'vitest' {
  interface ProvidedContext {
    rendering: Rendering;
  }
}

/** On which channel the people of a dialogue have their chats; a project of `vitest.config.ts` chooses one. */
export const renderings = ['telegram', 'whatsapp-cloud', 'whatsapp-linked', 'plain'] as const;

export type Rendering = (typeof renderings)[number];

/** The channel of this run. */
export const rendering: Rendering = inject('rendering') ?? 'telegram';

/** What the house calls the app of this run. */
export const app: string = {
  telegram: 'Telegram',
  'whatsapp-cloud': 'WhatsApp',
  'whatsapp-linked': 'WhatsApp',
  plain: 'terminal',
}[rendering];

/** A test of what only some channels have; its name says what that is. */
export const onlyOn = (...channels: readonly Rendering[]): typeof test =>
  channels.includes(rendering) ? test : (test.skip as typeof test);

export type SentFile = { name: string; text: string };

/** Somebody with a chat. What a channel cannot do throws there. */
export type Person = Actor & {
  address: Address;
  voice: () => Promise<void>;
  video: () => Promise<void>;
  contact: () => Promise<void>;
  /** So many photos chosen at once. */
  album: (count: number) => Promise<void>;
  /** Answers the newest message that contains `about`; a photo where no words are given. */
  reply: (about: string, words?: string) => Promise<void>;
  /** Presses a button of the newest message with these words in it, also one that was pressed before or has gone. */
  pressOld: (about: string, label: string) => Promise<void>;
  /** Presses a button by what it would send, shown or not; where there are none, the house is told so at its desk. */
  forge: (id: string) => Promise<void>;
  block: () => Promise<void>;
  unblock: () => Promise<void>;
  /** Everything that the bot has said here. */
  heard: () => readonly string[];
  /** The documents that the bot has sent here, opened. */
  files: () => Promise<readonly SentFile[]>;
  /** The phone itself, on Telegram only. */
  readonly phone: Phone;
};

/** Who somebody is; `id` and `firstName` as on Telegram. */
export type Somebody = { id: number; firstName: string; username?: string; phoneNumber?: string };

/** A channel with people on it, for one hall. */
export type Stage = {
  app: Pick<AppParts, 'telegram' | 'whatsapp'>;
  /** Told where the hall is served. */
  open: (origin: string) => Promise<void>;
  person: (who: Somebody) => Person;
  /** Until nothing more is on its way. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
};

export type Backstage = { hall: OpenHall; tasks: Tasks };

/** Letters go as fast as they can: who waits for whom is tested where pace is. */
export const atOnce: Pace = { perChat: 1000, burst: 1000, bulk: 1000, all: 1000, perGroup: 1000 };

/** A person without a Telegram phone; who is copied leaves it behind. */
export const withoutPhone = (person: Omit<Person, 'phone'>): Person =>
  Object.defineProperty(person as Person, 'phone', { get: noPhone });

/** What only a Telegram phone has. */
export const noPhone = (): never => {
  throw new Error(`there is no Telegram phone on ${rendering}: mark the test with onlyOn('telegram')`);
};

/** What people cannot do on a channel. */
export const cannot = (what: string) => async (): Promise<never> => {
  throw new Error(`nobody can ${what} on ${rendering}`);
};
