import type { Address } from '../../../bot/conversation/inbound.ts';

/** A part of a text with a look or a way out of its own; offsets in UTF-16 units, as Telegram counts them. */
export type Entity = { type: string; offset: number; length: number; url?: string };

export type ShownButton = { label: string } & (
  | { data: string }
  | { url: string }
  | { copy: string }
  | { other: true }
);

export type ShownRow = { id: string; title: string; description?: string };

/** What is known of a message's way: taken by the platform, on the other phone, read, or not to be delivered. */
export type Fate = 'sent' | 'delivered' | 'read' | 'failed';

/** A message as a person sees it now, in whichever app. `date` is a Unix second. */
export type Shown = {
  id: string;
  from: 'bot' | 'person';
  text: string;
  entities: readonly Entity[];
  date: number;
  edited: boolean;
  deleted: boolean;
  buttons: readonly (readonly ShownButton[])[];
  /** The buttons have answered, and answer once. */
  spent?: true;
  /** Rows behind a button that opens them. */
  list?: { open: string; rows: readonly ShownRow[] };
  /** A button of the app sends the place. */
  asksPlace?: true;
  /** An approved template, not free words. */
  template?: true;
  header?: string;
  footer?: string;
  /** The beginning of what it answers. */
  quote?: string;
  /** Came of a tap on a button or row. */
  tapped?: true;
  fate?: Fate;
  photo?: { file: string; width?: number; height?: number };
  voice?: { seconds?: number };
  video?: { seconds?: number };
  document?: string;
  location?: { lat: number; lon: number; name?: string };
};

/** A key below the text box; `place` sends the place. */
export type Key = { label: string; place: boolean };

export type PhoneEvent =
  | { kind: 'message' | 'edit'; message: Shown }
  | { kind: 'delete'; id: string }
  /** Something about a message is drawn otherwise now. */
  | { kind: 'changed'; id: string }
  /** News of a message of the service's. */
  | { kind: 'fate'; id: string; fate: Fate }
  | { kind: 'toast'; text: string; alert: boolean }
  | { kind: 'typing' };

/** A phone in somebody's hand, with one chat of one app. What a person cannot do throws. */
export type Handset = {
  /** Tells it from every other phone of every app. */
  key: string;
  /** What the service knows the person by. */
  address: Address;
  messages: () => Shown[];
  keys: () => readonly (readonly Key[])[];
  subscribe: (listener: (event: PhoneEvent) => void) => () => void;
  type: (text: string) => void;
  /** Taps a button or row by its id. */
  tap: (on: string, id: string) => void;
  pressKey: (label: string) => void;
  photo: (bytes: Uint8Array, caption?: string) => void;
  pin: (at: { lat: number; lon: number }) => void;
  block: () => void;
  unblock: () => void;
};
