import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { awardCategories } from '../../bot/domain/award/award-category.ts';
import { berakhlak } from '../../bot/domain/award/berakhlak.ts';
import type { Cycle } from '../../bot/domain/award/cycle.ts';
import { innovationLines, lineMost } from '../../bot/domain/award/innovation.ts';
import type { NomineeEvidence } from '../../bot/domain/award/nominee-evidence.ts';
import { consents, verdicts } from '../../bot/domain/award/nominee-state.ts';
import type { Schedule, Standing } from '../../bot/domain/award/standing.ts';
import type { Bulletin, PublicKey } from '../../bot/domain/ballot/bulletin.ts';
import { unit } from './agency.ts';
import { bytes, instant } from './columns.ts';
import { byEmployee, ofEmployee } from './refers.ts';

/** A round of the award: its rules as published and hashed, its key, and how far it has come. */
export const awardCycle = pgTable(
  'award_cycle',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    code: text().notNull().unique(),
    rules: jsonb().$type<Cycle>().notNull(),
    rulesHash: text('rules_hash').notNull(),
    /** No share of it is kept anywhere here. */
    publicKey: jsonb('public_key').$type<PublicKey>().notNull(),
    schedule: jsonb().$type<Schedule>().notNull(),
    /** The furthest standing ever told, so that a clock moved back reopens nothing. */
    furthest: jsonb().$type<Standing>(),
    openedAt: instant('opened_at').notNull(),
    /** Since then the roll and the candidates are fixed. */
    frozenAt: instant('frozen_at'),
    rollHash: text('roll_hash'),
    /** Since then no ballot is taken, and those that were cast lie shuffled. */
    closedAt: instant('closed_at'),
    /** When the provisional result was told, and when the decision was. */
    announcedAt: instant('announced_at'),
    decidedAt: instant('decided_at'),
    bulletin: jsonb().$type<Bulletin>(),
  },
  (table) => [
    check('award_cycle_frozen', sql`(${table.frozenAt} is null) = (${table.rollHash} is null)`),
    check('award_cycle_order', sql`${table.closedAt} is null or ${table.frozenAt} is not null`),
  ],
);

/** The round a row belongs to; it goes with it. */
export const ofCycle = () =>
  bigint('cycle_id', { mode: 'number' })
    .notNull()
    .references(() => awardCycle.id, { onDelete: 'cascade' });

/** The column `category` of what belongs to one. */
export const ofCategory = () => text({ enum: awardCategories }).notNull();

/** Who holds which of the three shares. */
export const awardKeeper = pgTable(
  'award_keeper',
  { cycleId: ofCycle(), member: smallint().notNull(), employeeId: ofEmployee() },
  (table) => [
    primaryKey({ columns: [table.cycleId, table.member] }),
    unique('award_keeper_person').on(table.cycleId, table.employeeId),
    check('award_keeper_member', sql`${table.member} between 1 and 3`),
  ],
);

/** Somebody named in a category. `paper`: the place on the ballot paper, from 0, once the candidates are fixed. */
export const awardNominee = pgTable(
  'award_nominee',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    cycleId: ofCycle(),
    category: ofCategory(),
    employeeId: ofEmployee(),
    /** The office as it was when the person was named. */
    unitCode: text('unit_code')
      .notNull()
      .references(() => unit.code),
    namedAt: instant('named_at').notNull(),
    consent: text({ enum: consents }),
    consentAt: instant('consent_at'),
    /** When the nominee said that the record is right. */
    sawRecordAt: instant('saw_record_at'),
    forwardedBy: byEmployee('forwarded_by'),
    forwardReason: text('forward_reason'),
    forwardedAt: instant('forwarded_at'),
    verdict: text({ enum: verdicts }),
    /** What the committee asks, or why it refused. */
    verdictReason: text('verdict_reason'),
    verdictBy: byEmployee('verdict_by'),
    verdictAt: instant('verdict_at'),
    /** What the nominee answered to the committee's question. */
    reply: text(),
    /** What of their work the committee and the voters saw. */
    evidence: jsonb().$type<NomineeEvidence>(),
    paper: smallint(),
    /** How the ballot paper and the bulletin name them; never given twice in a category. */
    paperName: text('paper_name'),
    /** In the nominee's own words what is new in their work, at most 500 characters. */
    innovation: text(),
    /** Whether the story may be told with the name. */
    storyConsent: boolean('story_consent'),
  },
  (table) => [
    unique('award_nominee_person').on(table.cycleId, table.category, table.employeeId),
    uniqueIndex('award_nominee_forwarded')
      .on(table.cycleId, table.category, table.unitCode)
      .where(sql`${table.forwardedAt} is not null`),
    unique('award_nominee_paper').on(table.cycleId, table.category, table.paper),
    index('award_nominee_employee').on(table.employeeId),
  ],
);

const ofNominee = () =>
  bigint('nominee_id', { mode: 'number' })
    .notNull()
    .references(() => awardNominee.id, { onDelete: 'cascade' });

/** One person's word for a nominee. `void`: the nominee declined, so that the nominator has their word again. */
export const awardNomination = pgTable(
  'award_nomination',
  {
    nomineeId: ofNominee(),
    cycleId: ofCycle(),
    category: ofCategory(),
    byId: ofEmployee('by_id'),
    /** The nominator's unit then. */
    unitCode: text('unit_code').notNull(),
    value: text({ enum: berakhlak }).notNull(),
    /** Sealed for `award` at `nomination|NOMINEE|BY`. */
    story: bytes().notNull(),
    at: instant().notNull(),
    void: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.nomineeId, table.byId] }),
    uniqueIndex('award_nomination_once')
      .on(table.cycleId, table.category, table.byId)
      .where(sql`not ${table.void}`),
  ],
);

const points = (name: (typeof innovationLines)[number]) => smallint(name).notNull();

/** What one member of the committee gives a nominee's innovation, line by line. */
export const awardMark = pgTable(
  'award_mark',
  {
    nomineeId: ofNominee(),
    byId: ofEmployee('by_id'),
    masalah: points('masalah'),
    kebaruan: points('kebaruan'),
    hasil: points('hasil'),
    keberlanjutan: points('keberlanjutan'),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.nomineeId, table.byId] }),
    check(
      'award_mark_range',
      sql.raw(innovationLines.map((line) => `${line} between 0 and ${lineMost}`).join(' and ')),
    ),
  ],
);

/** A nominee's objection to a fact of the record, or anybody's to the provisional result, under its number (`S-7K4PQ2`). */
export const awardObjection = pgTable(
  'award_objection',
  {
    number: text().primaryKey(),
    cycleId: ofCycle(),
    about: text({ enum: ['record', 'result'] }).notNull(),
    nomineeId: bigint('nominee_id', { mode: 'number' }).references(() => awardNominee.id, {
      onDelete: 'cascade',
    }),
    byId: ofEmployee('by_id'),
    /** Sealed for `award` at `objection|NUMBER`. */
    words: bytes().notNull(),
    reviewers: bigint({ mode: 'number' }).array().notNull().default(sql`'{}'`),
    at: instant().notNull(),
    outcome: text({ enum: ['upheld', 'dismissed'] }),
    /** Sealed for `award` at `answer|NUMBER`. */
    answer: bytes(),
    answeredBy: byEmployee('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (table) => [index('award_objection_open').on(table.cycleId).where(sql`${table.outcome} is null`)],
);

/** *Berita acara*: every change of roll, phase, tie or score, by whom and why, for everybody to read. */
export const awardMinutes = pgTable(
  'award_minutes',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    cycleId: ofCycle(),
    about: text({
      enum: [
        'opened',
        'frozen',
        'extended',
        'quorum',
        'closed',
        'roll',
        'tie',
        'tallied',
        'announced',
        'restarted',
        'decided',
      ],
    }).notNull(),
    category: text({ enum: awardCategories }),
    words: text().notNull().default(''),
    byId: byEmployee('by_id'),
    at: instant().notNull(),
  },
  (table) => [index('award_minutes_cycle').on(table.cycleId, table.id)],
);

/** Letters about a cycle that everybody concerned gets once: which, and to whom it was written. */
export const awardTold = pgTable(
  'award_told',
  { cycleId: ofCycle(), what: text().notNull(), employeeId: ofEmployee() },
  (table) => [primaryKey({ columns: [table.cycleId, table.what, table.employeeId] })],
);
