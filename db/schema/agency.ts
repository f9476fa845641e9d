import { sql } from 'drizzle-orm';
import { boolean, date, doublePrecision, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { AgencySettings } from '../../bot/domain/agency.ts';
import { instant } from './columns.ts';

/** The one government this database serves. Its zone, where it has one, wins over the setting. `settings`: see `bot/domain/agency.ts`. */
export const agency = pgTable('agency', {
  id: integer().primaryKey().default(1),
  name: text().notNull(),
  service: text().notNull(),
  prefix: text().notNull(),
  zone: text(),
  locales: text().array().notNull(),
  region: text().notNull(),
  settings: jsonb().$type<AgencySettings>().notNull(),
});

/** An office (OPD) or a part of one. `handles` are the kinds of office that `category.office` names; a kecamatan's own `region` tells it from the others. */
export const unit = pgTable('unit', {
  code: text().primaryKey(),
  name: text().notNull(),
  short: text(),
  handles: text().array().notNull().default(sql`'{}'`),
  region: text(),
  parentCode: text('parent_code'),
  phone: text(),
  address: text(),
  /** Whether the office already answers in chat. Offices are switched on one by one; until then its reports wait at the coordinator's. */
  answers: boolean().notNull().default(false),
});

export const categoryGroup = pgTable('category_group', {
  key: text().primaryKey(),
  label: text().notNull(),
  sort: integer().notNull(),
});

/** What a report can be about, and who answers for it (`domain/sp4n.md` section 8). */
export const category = pgTable('category', {
  key: text().primaryKey(),
  groupKey: text('group_key')
    .notNull()
    .references(() => categoryGroup.key),
  label: text().notNull(),
  description: text(),
  office: text().notNull(),
  /** The office itself, where the city names one; otherwise the unit that handles this kind of office. */
  unitCode: text('unit_code').references(() => unit.code),
  days: integer().notNull(),
  sensitive: text({ enum: ['none', 'inspektorat', 'restricted'] }).notNull(),
  hidesIdentity: boolean('hides_identity').notNull().default(false),
  keywords: text().array().notNull(),
  sort: integer().notNull(),
});

/** A part of the country, by Kemendagri code, with the box of its simplified outline (error about 100 m). */
export const region = pgTable('region', {
  code: text().primaryKey(),
  name: text().notNull(),
  level: text({ enum: ['kabkota', 'kecamatan', 'kelurahan', 'desa'] }).notNull(),
  parentCode: text('parent_code'),
  lat: doublePrecision(),
  lng: doublePrecision(),
  minLat: doublePrecision('min_lat'),
  maxLat: doublePrecision('max_lat'),
  minLng: doublePrecision('min_lng'),
  maxLng: doublePrecision('max_lng'),
});

/** Days without work by the yearly joint decree (SKB) or by the region; a year without rows is unknown, not free. */
export const holiday = pgTable('holiday', {
  date: date().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: ['libur_nasional', 'cuti_bersama', 'daerah'] }).notNull(),
});

/** What people say, and the word that the keywords know it by. */
export const synonym = pgTable('synonym', {
  say: text().primaryKey(),
  mean: text().notNull(),
});

/** A clock of the law or of practice, with its reference; every one is a setting. */
export const deadline = pgTable('deadline', {
  key: text().primaryKey(),
  n: integer().notNull(),
  unit: text({ enum: ['hari_kerja', 'hari', 'jam'] }).notNull(),
  start: text().notNull(),
  legalReference: text('legal_reference').notNull(),
  confidence: text({ enum: ['source', 'third_party_code', 'general_knowledge', 'proposal'] }).notNull(),
});

/** How far this hall's clock is set ahead of the real one; demo and tests only. */
export const hallClock = pgTable('hall_clock', {
  id: integer().primaryKey().default(1),
  shiftSeconds: integer('shift_seconds').notNull().default(0),
});

/** Which run of a timed job was taken, so that of several processes one does it. */
export const jobRun = pgTable('job_run', {
  key: text().primaryKey(),
  at: instant().notNull().defaultNow(),
});
