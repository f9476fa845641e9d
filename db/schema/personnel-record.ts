import { bigint, boolean, date, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { predicates } from '../../bot/domain/award/predicate.ts';
import { employee } from './employee.ts';

/** What the personnel office says of a year of somebody (`import records`); null where it says nothing. Why discipline is not clear stays in the personnel file. */
export const personnelRecord = pgTable(
  'personnel_record',
  {
    employeeId: bigint('employee_id', { mode: 'number' })
      .notNull()
      .references(() => employee.id, { onDelete: 'cascade' }),
    year: smallint().notNull(),
    predicate: text({ enum: predicates }),
    /** Percent of the last three months, two decimals with a point. */
    attendance: text(),
    disciplineClear: boolean('discipline_clear'),
    serviceFrom: date('service_from'),
    /** The year of the last award. */
    lastWon: smallint('last_won'),
  },
  (table) => [primaryKey({ columns: [table.employeeId, table.year] })],
);
