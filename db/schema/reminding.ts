import { sql } from 'drizzle-orm';
import { bigint, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { lanes } from '../../bot/domain/reminding/item.ts';
import { instant } from './columns.ts';
import { letter } from './contact.ts';
import { employee } from './employee.ts';
import { ofEmployee } from './refers.ts';

/** When each employee's reminders are looked at again. The row is locked by whoever looks, so that of two processes one writes. */
export const reminderLook = pgTable(
  'reminder_look',
  {
    employeeId: bigint('employee_id', { mode: 'number' })
      .primaryKey()
      .references(() => employee.id, { onDelete: 'cascade' }),
    nextAt: instant('next_at').notNull(),
  },
  (table) => [index('reminder_look_next').on(table.nextAt)],
);

/** What somebody was reminded of: each milestone of an item once (`bot/domain/reminding/item.ts`). */
export const reminded = pgTable(
  'reminded',
  {
    employeeId: ofEmployee(),
    item: text().notNull(),
    milestone: text().notNull(),
    lane: text({ enum: lanes }).notNull(),
    /** The office's local day. */
    day: date().notNull(),
    at: instant().notNull(),
    /** The letter that says it; gone with it after some days. */
    letterId: bigint('letter_id', { mode: 'number' }).references(() => letter.id, { onDelete: 'set null' }),
  },
  (table) => [
    primaryKey({ columns: [table.employeeId, table.item, table.milestone] }),
    index('reminded_day').on(table.employeeId, table.day),
    index('reminded_letter').on(table.letterId).where(sql`${table.letterId} is not null`),
  ],
);

/** What somebody did about an item: put it off, or anything else. */
export const reminderTouch = pgTable(
  'reminder_touch',
  {
    employeeId: ofEmployee(),
    item: text().notNull(),
    snoozedUntil: date('snoozed_until'),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.employeeId, table.item] })],
);

/** Every line of the lists that supervisors were given of what was passed over three times. */
export const reminderListed = pgTable(
  'reminder_listed',
  {
    supervisorId: ofEmployee('supervisor_id'),
    employeeId: ofEmployee(),
    item: text().notNull(),
    day: date().notNull(),
  },
  (table) => [primaryKey({ columns: [table.supervisorId, table.employeeId, table.item, table.day] })],
);

/** A kind word from a supervisor or the personnel office about one item; not more often than once in a while. */
export const kindWord = pgTable(
  'kind_word',
  {
    employeeId: ofEmployee(),
    item: text().notNull(),
    byId: bigint('by_id', { mode: 'number' }).references(() => employee.id, { onDelete: 'set null' }),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.employeeId, table.item, table.at] })],
);

/** A row while the operator has stopped letters that nobody waits for (`pendopo outbox pause`). */
export const bulkPause = pgTable('bulk_pause', {
  id: integer().primaryKey().default(1),
  since: instant().notNull(),
});
