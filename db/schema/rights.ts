import { sql } from 'drizzle-orm';
import { bigint, bigserial, index, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { contact } from './contact.ts';
import { employee } from './employee.ts';

/** What a person asks about their own data (UU 27/2022 art. 5 to 13), answered within 72 hours by a named officer. */
export const rightsRequest = pgTable(
  'rights_request',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    number: text().notNull().unique(),
    contactId: bigint('contact_id', { mode: 'number' }).references(() => contact.id, {
      onDelete: 'set null',
    }),
    kind: text({ enum: ['see', 'correct', 'delete', 'withdraw'] }).notNull(),
    /** The person's own words, sealed. */
    sealed: bytes(),
    askedAt: instant('asked_at').notNull(),
    due: instant().notNull(),
    officerId: bigint('officer_id', { mode: 'number' }).references(() => employee.id, {
      onDelete: 'set null',
    }),
    state: text({ enum: ['open', 'done', 'refused'] })
      .notNull()
      .default('open'),
    /** What was answered, sealed. */
    answer: bytes(),
    endedAt: instant('ended_at'),
  },
  (table) => [index('rights_request_open').on(table.due).where(sql`${table.state} = 'open'`)],
);

/** What a person agreed to or took back, and when: the proof that UU 27/2022 art. 24 asks for. */
export const consent = pgTable(
  'consent',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    contactId: bigint('contact_id', { mode: 'number' }).references(() => contact.id, {
      onDelete: 'set null',
    }),
    purpose: text().notNull(),
    given: text({ enum: ['yes', 'no', 'withdrawn'] }).notNull(),
    version: text().notNull(),
    locale: text(),
    at: instant().notNull(),
  },
  (table) => [index('consent_contact').on(table.contactId)],
);

/** People whose data was deleted, so that a restored backup forgets them again. The key is the contact's keyed hash. */
export const tombstone = pgTable('tombstone', {
  key: bytes().primaryKey(),
  at: instant().notNull(),
});
