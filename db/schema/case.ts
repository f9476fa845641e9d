import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { unit } from './agency.ts';
import { bytes, instant } from './columns.ts';
import { contact } from './contact.ts';
import { employee } from './employee.ts';
import { report, reportEvent } from './report.ts';

/** An event that somebody is still to be told of: everybody concerned, or only `contact`, who was not on duty then. Gone once told. */
export const notice = pgTable(
  'notice',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    eventId: bigint('event_id', { mode: 'number' })
      .notNull()
      .references(() => reportEvent.id, { onDelete: 'cascade' }),
    contactId: bigint('contact_id', { mode: 'number' }).references(() => contact.id, { onDelete: 'cascade' }),
    /** By the hall's clock. */
    due: instant().notNull(),
  },
  (table) => [index('notice_due').on(table.due)],
);

/** Which reminder of a report was given, so that each is given once. */
export const reminderGiven = pgTable(
  'reminder_given',
  {
    reportId: bigint('report_id', { mode: 'number' })
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.key] })],
);

/** A note among staff; it never reaches the citizen. */
export const note = pgTable(
  'note',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    reportId: bigint('report_id', { mode: 'number' })
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    employeeId: bigint('employee_id', { mode: 'number' }).references(() => employee.id, {
      onDelete: 'set null',
    }),
    at: instant().notNull(),
    sealed: bytes().notNull(),
  },
  (table) => [index('note_report').on(table.reportId, table.id)],
);

/** How a solved report was handled, 1 to 4, once a person and report. */
export const rating = pgTable(
  'rating',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    reportId: bigint('report_id', { mode: 'number' })
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    /** Taken away after 90 days. */
    contactId: bigint('contact_id', { mode: 'number' }).references(() => contact.id, {
      onDelete: 'set null',
    }),
    score: integer().notNull(),
    sealed: bytes(),
    at: instant().notNull(),
  },
  (table) => [unique('rating_once').on(table.reportId, table.contactId)],
);

/** What of a report an officer approved for the public: masked words, chosen photos. */
export const publication = pgTable('publication', {
  reportId: bigint('report_id', { mode: 'number' })
    .primaryKey()
    .references(() => report.id, { onDelete: 'cascade' }),
  words: text(),
  photos: uuid().array().notNull().default(sql`'{}'`),
  employeeId: bigint('employee_id', { mode: 'number' }).references(() => employee.id, {
    onDelete: 'set null',
  }),
  at: instant().notNull(),
});

/** A sentence an office sends often, with blanks in braces; of one office or, without `unit_code`, of all. */
export const template = pgTable('template', {
  key: text().primaryKey(),
  unitCode: text('unit_code').references(() => unit.code),
  label: text().notNull(),
  shape: text({ enum: ['done', 'planned', 'cannot'] }).notNull(),
  words: text().notNull(),
  sort: integer().notNull().default(0),
});
