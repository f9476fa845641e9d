import {
  bigint,
  bigserial,
  date,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import type { Figure } from '../../bot/domain/coaching/figure.ts';
import { elements } from '../../bot/domain/skm/elements.ts';
import { instant } from './columns.ts';
import { learningModule } from './learning.ts';
import { byEmployee, ofUnit } from './refers.ts';

/** Help offered to an office whose figure fell below a threshold: a module and a goal, once a half-year and element. */
export const coachingProposal = pgTable(
  'coaching_proposal',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    unitCode: ofUnit(),
    element: text({ enum: elements }).notNull(),
    /** The half-year, `2026-S2`. */
    half: text().notNull(),
    on: date('on_day').notNull(),
    moduleCode: text('module_code').references(() => learningModule.code),
    /** What was measured, and where it should come to, as printed. */
    figure: jsonb().$type<Figure>().notNull(),
    aim: text().notNull(),
    /** What the supervisor said to it. */
    answer: text({ enum: ['taken', 'declined'] }),
    answeredAt: instant('answered_at'),
    answeredBy: byEmployee('answered_by'),
  },
  (table) => [unique('coaching_proposal_once').on(table.unitCode, table.element, table.half)],
);

/** The same figure so many days later, as it was told. */
export const coachingCheck = pgTable(
  'coaching_check',
  {
    proposalId: bigint('proposal_id', { mode: 'number' })
      .notNull()
      .references(() => coachingProposal.id, { onDelete: 'cascade' }),
    day: smallint().notNull(),
    figure: jsonb().$type<Figure>().notNull(),
    on: date('on_day').notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.day] })],
);
