import { sql } from 'drizzle-orm';
import { bigint, bigserial, date, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { unit } from './agency.ts';
import { bytes, instant } from './columns.ts';
import { contact } from './contact.ts';
import { employee } from './employee.ts';
import { report } from './report.ts';

/** *Piket*: who of an office is on duty from one day up to and including another; own hours (`07.30`) hold on days off too. */
export const dutyShift = pgTable(
  'duty_shift',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    unitCode: text('unit_code')
      .notNull()
      .references(() => unit.code),
    employeeId: bigint('employee_id', { mode: 'number' })
      .notNull()
      .references(() => employee.id, { onDelete: 'cascade' }),
    from: date('from_day').notNull(),
    until: date('until_day').notNull(),
    opens: text(),
    closes: text(),
  },
  (table) => [index('duty_shift_unit').on(table.unitCode, table.until)],
);

/** `/cuti`: somebody is away from one day up to and including another, with a stand-in where one was named. */
export const absence = pgTable(
  'absence',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    employeeId: bigint('employee_id', { mode: 'number' })
      .notNull()
      .references(() => employee.id, { onDelete: 'cascade' }),
    from: date('from_day').notNull(),
    until: date('until_day').notNull(),
    standInId: bigint('stand_in_id', { mode: 'number' }).references(() => employee.id, {
      onDelete: 'set null',
    }),
    endedAt: instant('ended_at'),
  },
  (table) => [index('absence_until').on(table.until)],
);

/** The one live code by which a group of an office is linked (`/hubungkan`); only a keyed hash is kept. */
export const groupCode = pgTable('group_code', {
  unitCode: text('unit_code')
    .primaryKey()
    .references(() => unit.code),
  hash: bytes().notNull().unique(),
  expiresAt: instant('expires_at').notNull(),
});

/** The chat group in which an office works: a contact of its own, whose address is the group's. */
export const officeGroup = pgTable(
  'office_group',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    unitCode: text('unit_code')
      .notNull()
      .references(() => unit.code),
    contactId: bigint('contact_id', { mode: 'number' })
      .notNull()
      .references(() => contact.id, { onDelete: 'cascade' }),
    /** Whether the group has topics, so that each report gets its own. */
    topics: text({ enum: ['yes', 'no'] }).notNull(),
    since: instant().notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('office_group_unit').on(table.unitCode).where(sql`${table.endedAt} is null`),
    uniqueIndex('office_group_contact').on(table.contactId).where(sql`${table.endedAt} is null`),
  ],
);

/** The topic of a group in which one report is talked about: again a contact of its own. */
export const groupTopic = pgTable(
  'group_topic',
  {
    contactId: bigint('contact_id', { mode: 'number' })
      .primaryKey()
      .references(() => contact.id, { onDelete: 'cascade' }),
    groupId: bigint('group_id', { mode: 'number' })
      .notNull()
      .references(() => officeGroup.id, { onDelete: 'cascade' }),
    reportId: bigint('report_id', { mode: 'number' })
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
  },
  (table) => [uniqueIndex('group_topic_once').on(table.groupId, table.reportId)],
);
