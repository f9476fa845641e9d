import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

/** One person on one channel. Found by a keyed hash of the address; the address itself is sealed. */
export const contact = pgTable(
  'contact',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    key: bytes().notNull().unique(),
    channel: text().notNull(),
    account: text().notNull(),
    address: bytes().notNull(),
    locale: text(),
    /** When the privacy notice was shown, in which language and version (UU 27/2022 art. 21). */
    noticedAt: instant('noticed_at'),
    noticeVersion: text('notice_version'),
    stoppedAt: instant('stopped_at'),
    unreachableAt: instant('unreachable_at'),
    unreachableWhy: text('unreachable_why'),
    /**
     * People who try the service together, each visitor of the simulator a circle of their own: reports of a circle are
     * told to staff of the same circle only. Everybody else is in none, which is one circle too.
     */
    circle: text(),
    /** The same for all chats that one person has shown to be theirs (`/kanal`); none where there is one chat only. */
    person: uuid(),
    /** When the person chose this chat for news; of several the latest counts. */
    chosenAt: instant('chosen_at'),
    /** When a template knocked here last, outside the hours in which free words may be sent. */
    knockedAt: instant('knocked_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('contact_person').on(table.person).where(sql`${table.person} is not null`)],
);

/**
 * Every id by which a platform names a contact that it knows by several: WhatsApp's business-scoped id and number, or a
 * linked id and number. Keyed hashes; `firm` ones name a person, the others a number that may change hands.
 */
export const contactAlias = pgTable(
  'contact_alias',
  {
    key: bytes().primaryKey(),
    contactId: bigint('contact_id', { mode: 'number' })
      .notNull()
      .references(() => contact.id, { onDelete: 'cascade' }),
    firm: boolean().notNull(),
    since: instant().notNull().defaultNow(),
  },
  (table) => [index('contact_alias_contact').on(table.contactId)],
);

/** A contact's conversation, sealed, with the revision that guards every write and the key of the message that wrote it. */
export const talk = pgTable(
  'talk',
  {
    contactId: bigint('contact_id', { mode: 'number' })
      .primaryKey()
      .references(() => contact.id, { onDelete: 'cascade' }),
    revision: integer().notNull().default(0),
    form: text(),
    sealed: bytes(),
    lastKey: bytes('last_key'),
    spokeAt: instant('spoke_at'),
    nudgedAt: instant('nudged_at'),
  },
  (table) => [index('talk_under_way').on(table.contactId).where(sql`${table.form} is not null`)],
);

/** Keys of messages that had their effect; kept at least 30 days. No text, no person. */
export const inbox = pgTable('inbox', {
  key: bytes().primaryKey(),
  at: instant().notNull().defaultNow(),
});

/** A message that failed again and again, kept sealed for an operator so that it no longer blocks its chat. */
export const deadUpdate = pgTable('dead_update', {
  key: bytes().primaryKey(),
  channel: text().notNull(),
  account: text().notNull(),
  attempts: integer().notNull().default(1),
  reason: text().notNull(),
  payload: bytes(),
  firstAt: instant('first_at').notNull().defaultNow(),
  deadAt: instant('dead_at'),
});

/** Something to be said, sealed, in the order it was written for its contact. */
export const letter = pgTable(
  'letter',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    contactId: bigint('contact_id', { mode: 'number' })
      .notNull()
      .references(() => contact.id, { onDelete: 'cascade' }),
    channel: text().notNull(),
    bulk: boolean().notNull().default(false),
    /** Answers what the person did in this very chat, so that it never goes to another one of theirs. */
    answer: boolean().notNull().default(false),
    /** Part of a conversation that leaves no trace (a survey): once sent it goes with the nightly shuffle. */
    fleeting: boolean().notNull().default(false),
    body: bytes(),
    dedupe: text().unique(),
    state: text({ enum: ['waiting', 'sending', 'sent', 'dead', 'dropped'] })
      .notNull()
      .default('waiting'),
    notBefore: instant('not_before').notNull().defaultNow(),
    leaseUntil: instant('lease_until'),
    fence: integer().notNull().default(0),
    attempts: integer().notNull().default(0),
    failure: text(),
    createdAt: instant('created_at').notNull().defaultNow(),
    sentAt: instant('sent_at'),
    /** The message it became, where the platform tells later what came of it: 1 sent, 2 delivered, 3 read, 9 failed; never back. */
    message: text(),
    rank: smallint().notNull().default(0),
  },
  (table) => [
    index('letter_waiting')
      .on(table.contactId, table.id)
      .where(sql`${table.state} in ('waiting', 'sending')`),
    index('letter_due')
      .on(table.bulk, table.notBefore, table.id)
      .where(sql`${table.state} in ('waiting', 'sending')`),
    index('letter_message').on(table.message).where(sql`${table.message} is not null`),
    index('letter_dead').on(table.id).where(sql`${table.state} = 'dead'`),
  ],
);

/** Until when a platform asked us to be silent, for a whole account. */
export const pause = pgTable(
  'pause',
  { channel: text().notNull(), account: text().notNull(), until: instant().notNull() },
  (table) => [primaryKey({ columns: [table.channel, table.account] })],
);

/** What a message of ours was about, so that a reply to it finds its subject. */
export const shown = pgTable(
  'shown',
  {
    contactId: bigint('contact_id', { mode: 'number' })
      .notNull()
      .references(() => contact.id, { onDelete: 'cascade' }),
    message: text().notNull(),
    about: text().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.message] })],
);

/** A code by which a person shows on one chat that another is theirs too; a keyed hash, good for minutes and once. */
export const pairingCode = pgTable('pairing_code', {
  contactId: bigint('contact_id', { mode: 'number' })
    .primaryKey()
    .references(() => contact.id, { onDelete: 'cascade' }),
  hash: bytes().notNull().unique(),
  expiresAt: instant('expires_at').notNull(),
});

/** A WhatsApp template that the platform does not know yet, in a language: not tried again before `until`. */
export const templateMissing = pgTable(
  'template_missing',
  {
    account: text().notNull(),
    name: text().notNull(),
    language: text().notNull(),
    until: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.name, table.language] })],
);
