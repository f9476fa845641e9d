import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { certificateStatuses } from '../../bot/domain/training/certificate-status.ts';
import { enrolmentStates } from '../../bot/domain/training/enrolment.ts';
import type { PositionGroup } from '../../bot/domain/training/ip-asn-rules.ts';
import type { TrainingForm } from '../../bot/domain/training/training-form.ts';
import { bytes, instant } from './columns.ts';
import { employee } from './employee.ts';
import { media } from './media.ts';
import { byEmployee, ofEmployee } from './refers.ts';

/** What is offered and owed. `jp` in whole hundredths; `listedOn`: the local day on which it became known here. */
export const training = pgTable('training', {
  code: text().primaryKey(),
  title: text().notNull(),
  provider: text().notNull(),
  form: text().$type<TrainingForm>().notNull(),
  jp: integer().notNull(),
  startsOn: date('starts_on'),
  endsOn: date('ends_on'),
  registerBy: date('register_by'),
  completeBy: date('complete_by'),
  url: text(),
  place: text(),
  /** Seats; null: room for everybody. */
  quota: integer(),
  /** Who pays, where that is not the provider. */
  sponsor: text(),
  /** What it costs in all, in whole rupiah; null: nobody said. */
  cost: bigint({ mode: 'number' }),
  mandatoryUnits: text('mandatory_units').array().notNull().default(sql`'{}'`),
  mandatoryGroups: text('mandatory_groups').array().$type<PositionGroup[]>().notNull().default(sql`'{}'`),
  listedOn: date('listed_on').notNull(),
});

const ofTraining = () =>
  text('training_code')
    .notNull()
    .references(() => training.code);

/** Who takes part in what. Who withdrew stays as a row; the waiting list is served in the order of `changedAt`. */
export const enrolment = pgTable(
  'enrolment',
  {
    employeeId: ofEmployee(),
    trainingCode: ofTraining(),
    state: text({ enum: enrolmentStates }).notNull(),
    source: text({ enum: ['self', 'office'] }).notNull(),
    /** This person's own last day; else the training's holds. */
    completeBy: date('complete_by'),
    /** The local day on which they were registered. */
    since: date().notNull(),
    changedAt: instant('changed_at').notNull(),
    attendedOn: date('attended_on'),
    /** The local day on which they were done: by their own word, the provider's file, or the certificate. */
    finishedOn: date('finished_on'),
    /** Whether the four questions about the training were answered; not what, and not when. */
    reviewed: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.employeeId, table.trainingCode] }),
    index('enrolment_training').on(table.trainingCode, table.state, table.changedAt),
  ],
);

/** A certificate as `bot/domain/training/certificate.ts` has it; only *sah* ones count, in the year of their date. */
export const certificate = pgTable(
  'certificate',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    employeeId: ofEmployee(),
    trainingCode: text('training_code').references(() => training.code),
    title: text().notNull(),
    form: text().$type<TrainingForm>(),
    provider: text().notNull(),
    place: text(),
    batch: text(),
    startsOn: date('starts_on'),
    endsOn: date('ends_on'),
    jp: integer().notNull(),
    number: text(),
    date: date().notNull(),
    source: text({ enum: ['chat', 'file'] }).notNull(),
    mediaId: uuid('media_id').references(() => media.id, { onDelete: 'set null' }),
    status: text({ enum: certificateStatuses }).notNull(),
    /** Why it was refused or taken back. */
    reason: text(),
    sentAt: instant('sent_at').notNull(),
    judgedAt: instant('judged_at'),
    judgedBy: byEmployee('judged_by'),
  },
  (table) => [
    index('certificate_employee').on(table.employeeId, table.date),
    index('certificate_waiting').on(table.sentAt).where(sql`${table.status} = 'menunggu'`),
    index('certificate_training').on(table.trainingCode),
    check('certificate_jp', sql`${table.jp} > 0`),
  ],
);

/** A code shown in the room for one day of a training; a keyed hash of it. */
export const attendanceCode = pgTable('attendance_code', {
  hash: bytes().primaryKey(),
  trainingCode: ofTraining(),
  day: date().notNull(),
  expiresAt: instant('expires_at').notNull(),
});

const score = (name: string) => smallint(name).notNull();

/** Four answers about a training, 1 to 4, without the person and without a time. */
export const trainingReview = pgTable(
  'training_review',
  {
    id: uuid().primaryKey(),
    trainingCode: ofTraining(),
    material: score('material'),
    trainer: score('trainer'),
    benefit: score('benefit'),
    organisation: score('organisation'),
  },
  (table) => [
    index('training_review_training').on(table.trainingCode),
    check(
      'training_review_scale',
      sql`least(${table.material}, ${table.trainer}, ${table.benefit}, ${table.organisation}) >= 1
      and greatest(${table.material}, ${table.trainer}, ${table.benefit}, ${table.organisation}) <= 4`,
    ),
  ],
);

/** The one private address of an employee's calendar; a keyed hash of its secret part. */
export const calendarFeed = pgTable('calendar_feed', {
  employeeId: bigint('employee_id', { mode: 'number' })
    .primaryKey()
    .references(() => employee.id, { onDelete: 'cascade' }),
  hash: bytes().notNull().unique(),
  since: date().notNull(),
});

/** Dates of a career from the personnel file, of which people are reminded; `asOf`: the local day of the file. */
export const personnelDate = pgTable(
  'personnel_date',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    employeeId: ofEmployee(),
    kind: text().notNull(),
    date: date().notNull(),
    note: text(),
    asOf: date('as_of').notNull(),
  },
  (table) => [unique('personnel_date_once').on(table.employeeId, table.kind, table.date)],
);
