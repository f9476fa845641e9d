import { sql } from 'drizzle-orm';
import { bigint, bigserial, boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

/** One person on one channel. Found by a keyed hash of the address; the address itself is sealed. */
export const contact = pgTable('contact', {
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
  createdAt: instant('created_at').notNull().defaultNow(),
});

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
  },
  (table) => [
    index('letter_waiting')
      .on(table.contactId, table.id)
      .where(sql`${table.state} in ('waiting', 'sending')`),
    index('letter_due').on(table.bulk, table.notBefore).where(sql`${table.state} in ('waiting', 'sending')`),
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
