import { sql } from 'drizzle-orm';
import { type AnyPgColumn, bigserial, boolean, index, pgTable, text } from 'drizzle-orm/pg-core';
import { unit } from './agency.ts';
import { bytes, instant } from './columns.ts';

/** Somebody who works for the government. Who leaves becomes inactive and stays: reports and ballots speak of them. The number proves nothing; a chat is bound by a code. */
export const employee = pgTable(
  'employee',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    /** NIP or NI PPPK; a local id for `other`. */
    nip: text().notNull().unique(),
    name: text().notNull(),
    unitCode: text('unit_code')
      .notNull()
      .references(() => unit.code),
    position: text().notNull(),
    kind: text({ enum: ['pns', 'pppk', 'pppk_paruh_waktu', 'other'] }).notNull(),
    grade: text(),
    /** E.164, sealed for `identity` at `employee|NIP`. */
    phone: bytes(),
    supervisorNip: text('supervisor_nip').references((): AnyPgColumn => employee.nip),
    roles: text().array().notNull().default(sql`'{}'`),
    active: boolean().notNull().default(true),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('employee_unit').on(table.unitCode),
    index('employee_supervisor').on(table.supervisorNip),
  ],
);
