import type { Hono } from 'hono';
import type { OpenHall } from '../../hall.ts';
import type { Handset } from '../phone/handset.ts';

/** Whose phone it is: a number that no real person has, and what the person is called and writes. */
export type Holder = { number: number; name: string; language: string };

/** What an adapter asked its platform for: `to` is the key of the phone it was for, where that is known. */
export type Call = { to: string | undefined; method: string; ok: boolean; json: string };

/** A platform of our own behind the real adapter, with phones that hold its app. */
export type Skin = {
  pickUp: (holder: Holder) => Handset;
  putAway: (handset: Handset) => void;
  /** Resolves when the service has taken everything that people did. */
  idle: () => Promise<void>;
  /** A picture in a chat, by its id. */
  file: (id: string) => Uint8Array | undefined;
  ready: () => Promise<void>;
  close: () => void;
  /** What the adapter and the platform reach each other by, under the simulator's own address. */
  doors: readonly { path: string; app: Hono }[];
};

export type SkinParts = {
  hall: OpenHall;
  /** The account of all skins: what visitors do is nobody's report but a visitor's. Digits, as Telegram and Meta want them. */
  account: string;
  /** Where this process reaches the simulator by HTTP (`http://127.0.0.1:3000/coba`). */
  home: string;
  media: () => Promise<unknown>;
  /** Keeps a task alive behind the answer. */
  after: (task: Promise<unknown>) => void;
  called: (call: Call) => void;
};
