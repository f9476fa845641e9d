import { sql } from 'drizzle-orm';
import { bigint, bigserial, date, index, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { contact } from './contact.ts';
import { employee } from './employee.ts';

/** What a person asked of an officer on duty (`0`, `petugas`), and the answer; it belongs to no report. */
export const handOver = pgTable(
  'hand_over',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    number: text().notNull().unique(),
    contactId: bigint('contact_id', { mode: 'number' }).references(() => contact.id, {
      onDelete: 'set null',
    }),
    /** In which language it was asked. */
    locale: text().notNull(),
    askedAt: instant('asked_at').notNull(),
    /** The local day by whose end an answer was promised. */
    due: date().notNull(),
    /** The person's own words, sealed. */
    sealed: bytes(),
    state: text({ enum: ['open', 'answered', 'lapsed'] })
      .notNull()
      .default('open'),
    /** When it reached the officers on duty, and when they were reminded. */
    toldAt: instant('told_at'),
    remindedAt: instant('reminded_at'),
    takenBy: bigint('taken_by', { mode: 'number' }).references(() => employee.id, { onDelete: 'set null' }),
    answeredAt: instant('answered_at'),
    /** What was answered, sealed. */
    answer: bytes(),
  },
  (table) => [index('hand_over_open').on(table.due).where(sql`${table.state} = 'open'`)],
);
