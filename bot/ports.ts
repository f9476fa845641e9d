import type { Address } from './conversation/inbound.ts';
import type { Choice, Reply } from './conversation/reply.ts';
import type { Talk } from './conversation/talk.ts';
import type { Agency, Unit } from './domain/agency.ts';
import type { Category, CategoryGroup } from './domain/category.ts';
import type { Deadline } from './domain/clock.ts';
import type { Region } from './domain/place.ts';
import type { StaffRole } from './domain/roles.ts';
import type { Synonym } from './domain/synonyms.ts';
import type { Calendar } from './domain/working-days.ts';
import type { Effect } from './effects.ts';

/** What everybody may know of the agency and seldom changes: held in memory, refreshed now and then. */
export type City = {
  agency: Agency;
  groups: readonly CategoryGroup[];
  categories: readonly Category[];
  units: readonly Unit[];
  regions: readonly Region[];
  calendar: Calendar;
  deadlines: readonly Deadline[];
  synonyms: readonly Synonym[];
  /** Where public pages and links lie. */
  publicUrl: string;
};

/** A contact's conversation as it stood when the message came, and the revision that guards writing it back. */
export type Session = {
  contact: Contact;
  talk: Talk | null;
  parked: readonly Talk[];
  /** The buttons shown last outside a conversation, so that their number or label can be typed. */
  menu: readonly Choice[];
  revision: number;
  /** The key of the last message that changed this session: the same key again is a repeat. */
  lastKey: string | undefined;
  spokeAt: Date | undefined;
};

export type Contact = {
  id: number;
  address: Address;
  locale: string | undefined;
  /** Whether the privacy notice was shown. */
  noticed: boolean;
  stopped: boolean;
  /** The hats of the employee this chat is linked to; none for a citizen. */
  hats: readonly StaffRole[];
};

/** What one message changes. All of it is written, or nothing. */
export type Change = {
  key: string;
  talk: Talk | null;
  parked: readonly Talk[];
  menu: readonly Choice[];
  effects: readonly Effect[];
  letters: readonly Letter[];
  now: Date;
};

/** Something to be said that must be known as delivered. `ask` says the open question, as it then stands. */
export type Letter = {
  say: Reply | 'ask';
  lane: 'interactive' | 'bulk';
  /** Answers what the person did in this chat: it never goes to another one of theirs, nor outside the hours of free words. */
  answer?: true;
  /** Only one letter with this key is ever written. */
  dedupe?: string;
  /** Not before so many milliseconds from now. */
  delay?: number;
};

/**
 * `done` tells also whether a letter still waits for this chat or sending is paused, so that an answer does not overtake
 * it. `taken` are letters of this message that were written as ours to send, so that they need not be claimed; `untold`:
 * nobody else is to be told of it.
 */
export type Committed =
  | { kind: 'done'; hold: boolean; taken: readonly Taken[]; untold?: true }
  | { kind: 'stale' }
  | { kind: 'repeated' };

/** One message = one transaction. `open` finds or makes the contact (`fresh`: as the database has it now); `post` adds letters afterwards. */
export type Sessions = {
  open: (address: Address, fresh: boolean) => Promise<Session>;
  /** The session of a contact by its number, as the database has it now. */
  of: (contact: number) => Promise<Session | undefined>;
  commit: (session: Session, change: Change) => Promise<Committed>;
  post: (session: Session, letters: readonly Letter[]) => Promise<void>;
  /** Whether a letter waits for this contact or sending is paused, so that nothing may be said but by the outbox. */
  held: (session: Session) => Promise<boolean>;
};

export type Clock = { now: () => Date };
export type Random = (bytes: number) => Uint8Array;

/** A letter taken to be sent. `fence` is checked on every mark, so that only its present holder decides about it. */
export type Taken = {
  id: number;
  contact: number;
  fence: number;
  attempts: number;
  bulk: boolean;
  to: Address;
  say: Reply | 'ask';
  locale: string | undefined;
  stopped: boolean;
  /** Seconds since it was written; left out of one that was written just now. */
  age?: number;
};

/** Whose letters a process can send: a bot or number of ours. */
export type Account = { name: Address['channel']; account: string };

/** Letters to be sent, kept until they are. */
export type Outbox = {
  claim: (what: {
    accounts: readonly Account[];
    contact?: number;
    bulk?: boolean;
    most: number;
  }) => Promise<Taken[]>;
  /** `also`: the messages that came before the last one, as of an album. True when another letter waits behind this one. */
  sent: (letter: Taken, message?: string, about?: string, also?: readonly string[]) => Promise<boolean>;
  /** `forgiven`: the try does not count, for nothing went wrong. */
  later: (letter: Taken, seconds: number, failure: string, forgiven?: boolean) => Promise<void>;
  /** Keeps a letter for so many seconds more, for an upload takes long; false where somebody else has it by now. */
  hold: (letter: Taken, seconds: number) => Promise<boolean>;
  ended: (letter: Taken, state: 'dead' | 'dropped', failure: string) => Promise<void>;
  pause: (account: Pick<Address, 'channel' | 'account'>, seconds: number) => Promise<void>;
  /** Seconds until the next letter may go; undefined when none waits. */
  nextDue: (accounts: readonly Account[]) => Promise<number | undefined>;
};
