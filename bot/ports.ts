import type { Address, Inbound } from './conversation/inbound.ts';
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
  /** By what name the bot is found in each app, where the operator said so. */
  doors?: Doors;
};

/** The bot's name on Telegram (`sapa_salatiga_bot`) and its number on WhatsApp (`+62298000111`). */
export type Doors = { telegram?: string; whatsapp?: string };

/** A contact's conversation as it stood when the message came, and the revision that guards writing it back. */
export type Session = {
  contact: Contact;
  talk: Talk | null;
  parked: readonly Talk[];
  /** The choices shown last outside the conversation or, where they are numbered lines, since its question: their number or label can be typed. */
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

/** Something to be said that must be known as delivered. `ask` says the open question, `remind` what somebody is to be reminded of, each as it then stands. */
export type Letter = {
  say: Reply | 'ask' | 'remind';
  lane: 'interactive' | 'bulk';
  /** Answers what the person did in this chat: it never goes to another one of theirs, and does not ask for the hours of free words, which that word has just begun. */
  answer?: true;
  /** Part of a conversation that leaves no trace; once sent it goes with the nightly shuffle of the survey. */
  fleeting?: true;
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

/**
 * One message = one transaction. `open` finds or makes the contact (`fresh`: as the database has it now; `known`: what else
 * the same event calls it); `post` adds letters afterwards.
 */
export type Sessions = {
  open: (address: Address, fresh: boolean, known?: readonly string[]) => Promise<Session>;
  /** The session of whoever is known by other ids from now on, as the database has it now; where nobody was known by the former ones, of whoever has the new ones. */
  changed: (address: Address, identity: NonNullable<Inbound['identity']>) => Promise<Session>;
  /** The session of a contact by its number, as the database has it now. */
  of: (contact: number) => Promise<Session | undefined>;
  commit: (session: Session, change: Change) => Promise<Committed>;
  post: (session: Session, letters: readonly Letter[]) => Promise<void>;
  /** Choices that a letter has just shown as numbered lines: their numbers and labels can be typed from now on. */
  offer: (to: Address, contact: number, menu: readonly Choice[]) => Promise<void>;
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
  say: Letter['say'];
  locale: string | undefined;
  stopped: boolean;
  /** Seconds since it was written; left out of one that was written just now. */
  age?: number;
  /** Answers what the person did in this chat. */
  answer?: true;
  /** The platform told of it, though the call that sent it gave no answer, or whoever made it is gone. */
  arrived?: true;
  /** The platform refused free words though we believed that they are allowed. */
  shut?: true;
  /** The next one of its lane waits right behind it, and is due. */
  more?: true;
  /** Where it may go; left out where its own chat is always open. */
  road?: Road;
};

/** A chat that somebody has with us. `spokeAt`: their last message there, by the hall's clock. */
export type Chat = {
  contact: number;
  channel: Address['channel'];
  account: string;
  locale: string | undefined;
  spokeAt: Date | undefined;
  /** The platform said that nobody is there. */
  gone: boolean;
  /** When it was chosen for news. */
  chosenAt: Date | undefined;
};

/** Another chat beside a letter's own: shown to be the same person's, or linked to the same employee, by whose code other hands can link one. */
export type NearChat = Chat & { person: boolean; employee: boolean };

/** What decides by which way a letter goes: its own chat, those beside it, and what was knocked already. */
export type Road = {
  own: Chat;
  /** The own chat speaks for an employee. */
  staff: boolean;
  others: readonly NearChat[];
  /** When a template knocked last; `news`: something was written since. */
  knockedAt: Date | undefined;
  news: boolean;
  /** Templates that the platform does not know, as `account|name|language`. */
  missing: readonly string[];
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
  /** Letters of the same lane that wait right behind one that was taken, taken too. */
  behind: (letter: Taken, most: number) => Promise<Taken[]>;
  /** Keeps a letter, and its try does not count, until the person writes, and looks again in so many seconds: at once if they wrote meanwhile. */
  wait: (letter: Taken, seconds: number, failure: 'outside window' | 'no-template') => Promise<void>;
  /** Notes when a chat was knocked at last, if that is still as it was before: false where another was faster. */
  knocking: (letter: Taken, before: Date | undefined, at: Date | undefined) => Promise<boolean>;
  /** A template has knocked for everything that waits for this contact; it waits for the person's word, as by `wait`. */
  knocked: (letter: Taken, seconds: number) => Promise<void>;
  /** Notes that nobody is in this chat, and looks for another way: the person has other chats. */
  gone: (letter: Taken, failure: string) => Promise<void>;
  /** Gives a letter to another chat of the same person, from which it is taken anew. */
  move: (letter: Taken, to: Chat) => Promise<void>;
  /** Remembers for so many seconds that the platform does not know a template; true when that is news. */
  missing: (account: string, name: string, language: string, seconds: number) => Promise<boolean>;
  ended: (letter: Taken, state: 'dead' | 'dropped', failure: string) => Promise<void>;
  pause: (account: Pick<Address, 'channel' | 'account'>, seconds: number) => Promise<void>;
  /** Seconds until the next letter may go, of one lane or of both; undefined when none waits, or none but those that the operator has stopped. */
  nextDue: (accounts: readonly Account[], bulk?: boolean) => Promise<number | undefined>;
};

/** Which try of which letter a message of ours was. */
export type Try = { id: number; fence: number };

/** A message that the platform tells of: the tries it was (none where it does not say them back) and its own name for it. */
export type SentMessage = { channel: Address['channel']; tries: readonly Try[]; message: string };

/** What became of messages, written on their letters. */
export type LetterStatus = {
  /** 1 sent, 2 delivered, 3 read; what is lower than what is known changes nothing. */
  rose: (told: readonly (SentMessage & { rank: 1 | 2 | 3 })[]) => Promise<void>;
  /** Did not arrive after all: `waiting` again after so many seconds, or ended. Gives the letters that this changed; none of one that is known to have arrived. `knock`: it was a template, so that another may follow. */
  failed: (
    told: SentMessage,
    what: { state: 'waiting' | 'dead' | 'dropped'; failure: string; seconds: number; knock?: boolean },
  ) => Promise<{ id: number; contact: number; state: 'waiting' | 'dead' | 'dropped' }[]>;
};
