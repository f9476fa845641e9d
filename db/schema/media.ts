import { sql } from 'drizzle-orm';
import { bigint, boolean, doublePrecision, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { contact } from './contact.ts';
import { report, reportEvent } from './report.ts';

/**
 * A photo, voice note or video: wanted from the platform, then clean (or refused), at a place of ours. `file` is the
 * platform's id, sealed. One of a sensitive report is only `kept`: which report, its sealed words know.
 */
export const media = pgTable(
  'media',
  {
    id: uuid().primaryKey(),
    contactId: bigint('contact_id', { mode: 'number' })
      .notNull()
      .references(() => contact.id, { onDelete: 'cascade' }),
    channel: text().notNull(),
    account: text().notNull(),
    kind: text({ enum: ['photo', 'voice', 'video'] })
      .notNull()
      .default('photo'),
    file: bytes().notNull(),
    state: text({ enum: ['wanted', 'raw', 'clean', 'refused'] })
      .notNull()
      .default('wanted'),
    reason: text(),
    width: integer(),
    height: integer(),
    size: integer(),
    reportId: bigint('report_id', { mode: 'number' }).references(() => report.id, { onDelete: 'set null' }),
    /** The event it came with. */
    eventId: bigint('event_id', { mode: 'number' }).references(() => reportEvent.id, {
      onDelete: 'set null',
    }),
    kept: boolean().notNull().default(false),
    /** What the picture looks like, in 8 bytes, so that one used before is known again. */
    likeness: bytes(),
    /** Where its file says it was taken; read of closing photos only. */
    takenLat: doublePrecision('taken_lat'),
    takenLng: doublePrecision('taken_lng'),
    attempts: integer().notNull().default(0),
    notBefore: instant('not_before').notNull().defaultNow(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('media_open').on(table.notBefore).where(sql`${table.state} in ('wanted', 'raw')`),
    index('media_report').on(table.reportId),
  ],
);
