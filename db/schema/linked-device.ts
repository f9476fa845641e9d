import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

/** Who a linked device of WhatsApp is, sealed: the last versions, the highest is the one that counts. */
export const linkedDevice = pgTable(
  'linked_device',
  {
    account: text().notNull(),
    version: integer().notNull(),
    credentials: bytes().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.account, table.version] })],
);

/** Keys that a linked device shares with each phone it writes to, sealed; found by a keyed hash, for their names are numbers of people. */
export const linkedDeviceKey = pgTable(
  'linked_device_key',
  {
    account: text().notNull(),
    type: text().notNull(),
    key: bytes().notNull(),
    sealed: bytes().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.account, table.type, table.key] })],
);
