import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { unit } from './agency.ts';

/**
 * What an office does for people, by what must be published of it (UU 25/2009 art. 21; `domain/sp4n.md` section 10): what
 * nobody said is null or empty, and is then asked at the office. `counter_code` is on the code at the counter where the
 * service is rated, in capitals; `users`: how many it served in a period, for the size of a sample.
 */
export const service = pgTable('service', {
  code: text().primaryKey(),
  unitCode: text('unit_code')
    .notNull()
    .references(() => unit.code),
  name: text().notNull(),
  requirements: text().array().notNull().default(sql`'{}'`),
  steps: text().array().notNull().default(sql`'{}'`),
  time: text(),
  fee: text(),
  product: text(),
  hours: text(),
  place: text(),
  counterCode: text('counter_code').unique(),
  users: integer(),
  active: boolean().notNull().default(true),
});
