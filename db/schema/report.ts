import { sql } from 'drizzle-orm';
import {
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
  uuid,
} from 'drizzle-orm/pg-core';
import type { Json } from '../../bot/conversation/json.ts';
import { category, region, unit } from './agency.ts';
import { bytes, instant } from './columns.ts';
import { contact } from './contact.ts';

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
    inboxKey: bytes('inbox_key').unique(),
  },
  (table) => [
    index('report_near').on(table.category, table.lat, table.lng),
    index('report_reporter').on(table.reporterId, table.receivedAt),
    index('report_received').on(table.receivedAt),
    index('report_unit').on(table.unitCode, table.state),
  ],
);

/** What happened to a report, by whom and why. Rows are added, never changed. */
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
    actor: text({ enum: ['citizen', 'system', 'officer', 'coordinator'] }).notNull(),
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

/** A photo: wanted from the platform, then cleaned (or refused), at a place of ours. `file` is the platform's id, sealed. */
export const media = pgTable(
  'media',
  {
    id: uuid().primaryKey(),
    contactId: bigint('contact_id', { mode: 'number' })
      .notNull()
      .references(() => contact.id, { onDelete: 'cascade' }),
    channel: text().notNull(),
    account: text().notNull(),
    file: bytes().notNull(),
    state: text({ enum: ['wanted', 'raw', 'clean', 'refused'] })
      .notNull()
      .default('wanted'),
    reason: text(),
    width: integer(),
    height: integer(),
    size: integer(),
    reportId: bigint('report_id', { mode: 'number' }).references(() => report.id, { onDelete: 'set null' }),
    attempts: integer().notNull().default(0),
    notBefore: instant('not_before').notNull().defaultNow(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('media_open').on(table.notBefore).where(sql`${table.state} in ('wanted', 'raw')`),
    index('media_report').on(table.reportId),
  ],
);
