import type { Address } from './conversation/inbound.ts';
import type { Json } from './conversation/json.ts';
import type { Choice, Reply } from './conversation/reply.ts';
import type { Talk } from './conversation/talk.ts';
import type { Agency, Unit } from './domain/agency.ts';
import type { Category, CategoryGroup } from './domain/category.ts';
import type { Deadline } from './domain/clock.ts';
import type { Region } from './domain/place.ts';
import type { ReportAction } from './domain/report-state.ts';
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
  /** Only one letter with this key is ever written. */
  dedupe?: string;
  /** Not before so many milliseconds from now. */
  delay?: number;
};

/**
 * `done` tells also whether a letter still waits for this chat or sending is paused, so that an answer does not overtake
 * it. `taken` are letters of this message that were written as ours to send, so that they need not be claimed.
 */
export type Committed =
  | { kind: 'done'; hold: boolean; taken: readonly Taken[] }
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

/** Questions a conversation may put to the database. They change nothing and return only what this contact may see. */
export type Reads = {
  suggestCategories: (words: string) => Promise<string[]>;
  regionsLike: (words: string) => Promise<string[]>;
  similarReports: (at: SimilarTo) => Promise<Similar[]>;
  myReports: () => Promise<ReportLine[]>;
  report: (ticket: string) => Promise<ReportView | null>;
  subjectOf: (message: string) => Promise<string | null>;
  lookAtCode: (code: string) => Promise<CodeLook>;
  myRecord: () => Promise<StaffRecord | null>;
};

export type SimilarTo = { category: string; lat: number; lon: number; words: string };
export type Similar = { ticket: string; metres: number; days: number; state: string };
/** Whether an activation code would bind this chat, and when it tried codes in the last 24 hours (instants). */
export type CodeLook = { fits: boolean; tried: string[] };
/** The employee a chat speaks as, by the personnel file; `since`: the local day of the link. */
export type StaffRecord = { name: string; position: string; unit: string; since: string };
export type ReportLine = { ticket: string; category: string; state: string; received: string };

/** What a timeline tells of: the filing itself, and what was done since. */
export type EventAction = 'received' | ReportAction;

/** A report as its reporter, a follower or a stranger may see it; `words` only to the reporter. */
export type ReportView = ReportLine & {
  seenBy: 'reporter' | 'follower' | 'stranger';
  unit: string;
  place: string | null;
  words: string | null;
  due: string;
  sharesPhone: boolean;
  mayCall: boolean;
  confidential: boolean;
  open: boolean;
  events: { on: string; action: EventAction; blanks: { [name: string]: Json } }[];
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
  /** True when another letter waits behind this one. */
  sent: (letter: Taken, message?: string, about?: string) => Promise<boolean>;
  later: (letter: Taken, seconds: number, failure: string) => Promise<void>;
  ended: (letter: Taken, state: 'dead' | 'dropped', failure: string) => Promise<void>;
  pause: (account: Pick<Address, 'channel' | 'account'>, seconds: number) => Promise<void>;
  /** Seconds until the next letter may go; undefined when none waits. */
  nextDue: (accounts: readonly Account[]) => Promise<number | undefined>;
};
