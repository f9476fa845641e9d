import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { Json } from '../../bot/conversation/json.ts';
import type { EventDetail } from '../../bot/domain/report-timeline.ts';
import { category, region, unit } from './agency.ts';
import { bytes, instant } from './columns.ts';
import { contact } from './contact.ts';
import { employee } from './employee.ts';

/** The states of `contract.md`; `bot/domain/report.ts` holds the same list. */
export const reportStates = [
  'diterima',
  'diverifikasi',
  'diteruskan',
  'diproses',
  'ditindaklanjuti',
  'selesai',
  'menunggu_warga',
  'bukan_wewenang',
  'diarsipkan',
  'dibuka_kembali',
  'digabung',
] as const;

/** A citizen's report. Words and place of a *Tertutup* one are in `sealed` only; who wrote stands in no column that an office reads. */
export const report = pgTable(
  'report',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    ticket: text().notNull().unique(),
    kind: text({ enum: ['pengaduan', 'aspirasi', 'permintaan_informasi'] }).notNull(),
    category: text()
      .notNull()
      .references(() => category.key),
    unitCode: text('unit_code')
      .notNull()
      .references(() => unit.code),
    region: text().references(() => region.code),
    state: text({ enum: reportStates }).notNull(),
    anonymous: boolean().notNull(),
    confidential: boolean().notNull(),
    words: text(),
    place: text(),
    lat: doublePrecision(),
    lng: doublePrecision(),
    sealed: bytes(),
    reporterId: bigint('reporter_id', { mode: 'number' }).references(() => contact.id, {
      onDelete: 'set null',
    }),
    phone: bytes(),
    channel: text().notNull(),
    receivedAt: instant('received_at').notNull(),
    firstAnswerDue: date('first_answer_due').notNull(),
    resolveDue: date('resolve_due').notNull(),
    dueEstimated: boolean('due_estimated').notNull().default(false),
    verifyDue: date('verify_due'),
    /** Working days that settling was promised in; counted anew when the citizen reopens. */
    settleDays: integer('settle_days'),
    inboxKey: bytes('inbox_key').unique(),
    /** Who of the office took it. */
    takerId: bigint('taker_id', { mode: 'number' }).references(() => employee.id, { onDelete: 'set null' }),
    /** The report under whose number this one is handled. */
    mergedInto: bigint('merged_into', { mode: 'number' }).references((): AnyPgColumn => report.id),
    /** Of a sensitive report: what its reporter proves to be the reporter with, instead of `reporter_id`. */
    reporterKey: bytes('reporter_key'),
    /** Of a sensitive report: the office complained about, kept out of it with everybody above. */
    concerns: text().references(() => unit.code),
  },
  (table) => [
    index('report_taker').on(table.takerId),
    index('report_open')
      .on(table.id)
      .where(sql`${table.state} not in ('selesai', 'bukan_wewenang', 'diarsipkan', 'digabung')`),
    index('report_near').on(table.category, table.lat, table.lng),
    index('report_reporter').on(table.reporterId, table.receivedAt),
    index('report_received').on(table.receivedAt),
    index('report_unit').on(table.unitCode, table.state),
  ],
);

/**
 * What happened to a report, by whom and why. Rows are added; a trigger refuses every change but the one that retention
 * makes, which takes the words away.
 */
export const reportEvent = pgTable(
  'report_event',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    reportId: bigint('report_id', { mode: 'number' })
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    at: instant().notNull(),
    action: text().notNull(),
    state: text({ enum: reportStates }).notNull(),
    actor: text({ enum: ['citizen', 'officer', 'coordinator', 'supervisor', 'clock'] }).notNull(),
    employeeId: bigint('employee_id', { mode: 'number' }).references(() => employee.id, {
      onDelete: 'set null',
    }),
    /** What the clocks count by: the shape of an answer, the date it names. Nothing a person wrote. */
    detail: jsonb().$type<EventDetail>().notNull().default(sql`'{}'::jsonb`),
    blanks: jsonb().$type<{ [name: string]: Json }>().notNull().default(sql`'{}'::jsonb`),
    /** A person's own words in this event, sealed. */
    sealed: bytes(),
  },
  (table) => [index('report_event_report').on(table.reportId, table.id)],
);

/** People who asked to hear about somebody else's report. */
export const follower = pgTable(
  'follower',
  {
    reportId: bigint('report_id', { mode: 'number' })
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    contactId: bigint('contact_id', { mode: 'number' })
      .notNull()
      .references(() => contact.id, { onDelete: 'cascade' }),
    since: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.contactId] })],
);
