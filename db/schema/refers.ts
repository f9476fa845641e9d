import { bigint, text } from 'drizzle-orm/pg-core';
import { unit } from './agency.ts';
import { employee } from './employee.ts';

/** Whose row it is; it goes with them. */
export const ofEmployee = (name = 'employee_id') =>
  bigint(name, { mode: 'number' })
    .notNull()
    .references(() => employee.id, { onDelete: 'cascade' });

/** Who did it; the row stays when they go. */
export const byEmployee = (name: string) =>
  bigint(name, { mode: 'number' }).references(() => employee.id, { onDelete: 'set null' });

/** Which office it is of. */
export const ofUnit = () =>
  text('unit_code')
    .notNull()
    .references(() => unit.code);
