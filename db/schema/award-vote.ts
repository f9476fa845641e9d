import { bigint, date, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { PublishedScore } from '../../bot/domain/award/published-score.ts';
import type { Ballot, CategoryShare } from '../../bot/domain/ballot/bulletin.ts';
import { awardNominee, ofCategory, ofCycle } from './award.ts';
import { ofEmployee } from './refers.ts';
import { training } from './training.ts';

/** Who may vote, as frozen when the vote opened. */
export const awardRoll = pgTable(
  'award_roll',
  {
    cycleId: ofCycle(),
    employeeId: ofEmployee(),
    nip: text().notNull(),
    unitCode: text('unit_code').notNull(),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.employeeId] })],
);

/** That somebody voted in a category, on which day; nothing joins it to a ballot. */
export const awardParticipation = pgTable(
  'award_participation',
  { cycleId: ofCycle(), category: ofCategory(), employeeId: ofEmployee(), day: date().notNull() },
  (table) => [primaryKey({ columns: [table.cycleId, table.category, table.employeeId] })],
);

/** A sealed ballot while the vote is open: no voter, no time, no order. Emptied into `award_cast` at the close. */
export const awardBallot = pgTable('award_ballot', {
  id: uuid().primaryKey(),
  cycleId: ofCycle(),
  category: ofCategory(),
  ballot: jsonb().$type<Ballot>().notNull(),
});

/** The ballots after the close, in the order of their first `alpha`, which is an order by lot. */
export const awardCast = pgTable(
  'award_cast',
  {
    cycleId: ofCycle(),
    category: ofCategory(),
    place: integer().notNull(),
    ballot: jsonb().$type<Ballot>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.cycleId, table.category, table.place] })],
);

/** Hashes of the receipts that voters hold, apart from ballots and from voters. */
export const awardReceipt = pgTable(
  'award_receipt',
  { cycleId: ofCycle(), category: ofCategory(), hash: text().notNull() },
  (table) => [primaryKey({ columns: [table.cycleId, table.category, table.hash] })],
);

/** What a keeper opened of the sums; two of them give the totals. */
export const awardShare = pgTable(
  'award_share',
  { cycleId: ofCycle(), member: smallint().notNull(), opened: jsonb().$type<CategoryShare[]>().notNull() },
  (table) => [primaryKey({ columns: [table.cycleId, table.member] })],
);

/** A candidate's place in the result, with every part as printed. */
export const awardResult = pgTable('award_result', {
  nomineeId: bigint('nominee_id', { mode: 'number' })
    .primaryKey()
    .references(() => awardNominee.id, { onDelete: 'cascade' }),
  score: jsonb().$type<PublishedScore>().notNull(),
  place: smallint().notNull(),
  /** The certificate's number, once the decision is taken and this one has won. */
  number: text().unique(),
  /** The place in an advanced training that goes with it. */
  trainingCode: text('training_code').references(() => training.code, { onDelete: 'set null' }),
});
