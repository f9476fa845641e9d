import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { contact } from './contact.ts';
import { employee } from './employee.ts';

/** The one live code of an employee (`reliability.md` section 6). Its beginning finds it; of the rest only a keyed hash is kept. */
export const activation = pgTable('activation', {
  beginning: text().primaryKey(),
  employeeId: bigint('employee_id', { mode: 'number' })
    .notNull()
    .unique()
    .references(() => employee.id, { onDelete: 'cascade' }),
  hash: bytes().notNull(),
  expiresAt: instant('expires_at').notNull(),
  /** Wrong secrets after this beginning; five burn the code. */
  tries: integer().notNull().default(0),
});

/** Which chat speaks as which employee. One a channel for an employee, one employee for a chat; ended links stay as a record. */
export const staffLink = pgTable(
  'staff_link',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    employeeId: bigint('employee_id', { mode: 'number' })
      .notNull()
      .references(() => employee.id, { onDelete: 'cascade' }),
    contactId: bigint('contact_id', { mode: 'number' })
      .notNull()
      .references(() => contact.id, { onDelete: 'cascade' }),
    channel: text().notNull(),
    since: instant().notNull(),
    endedAt: instant('ended_at'),
    endedWhy: text('ended_why', { enum: ['relinked', 'unlinked', 'id-changed'] }),
  },
  (table) => [
    uniqueIndex('staff_link_employee')
      .on(table.employeeId, table.channel)
      .where(sql`${table.endedAt} is null`),
    uniqueIndex('staff_link_contact').on(table.contactId).where(sql`${table.endedAt} is null`),
  ],
);

/** When a chat tried a code, right or wrong: so few an hour and a day, and no more. */
export const codeTry = pgTable(
  'code_try',
  {
    contactId: bigint('contact_id', { mode: 'number' })
      .notNull()
      .references(() => contact.id, { onDelete: 'cascade' }),
    at: instant().notNull(),
    nth: bigserial({ mode: 'number' }),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.nth] }), index('code_try_at').on(table.at)],
);
