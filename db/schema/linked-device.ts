import {
  bigint,
  bigserial,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
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

/**
 * Which process may use a linked device now, by the database's clock. The fence grows with every new owner, so that what an
 * owner of before still has in hand is refused.
 */
export const linkedDeviceLease = pgTable('linked_device_lease', {
  account: text().primaryKey(),
  owner: uuid().notNull(),
  fence: bigint({ mode: 'number' }).notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/**
 * What came to a linked device, sealed as it came, before anything is done about it; empty once it has been decided. Found by a
 * keyed hash of who sent it and its id.
 */
export const linkedDeviceMessage = pgTable('linked_device_message', {
  key: bytes().primaryKey(),
  /** The order in which they came. */
  id: bigserial({ mode: 'number' }).notNull().unique(),
  account: text().notNull(),
  stanza: bytes(),
  /** How often it was given to the client. */
  tries: smallint().notNull().default(0),
  at: instant().notNull().defaultNow(),
});

/** How a linked device is doing, as every process and the operator are told. */
export const linkedDeviceHealth = pgTable('linked_device_health', {
  account: text().primaryKey(),
  state: text({ enum: ['unlinked', 'connecting', 'open', 'waiting', 'stopped'] }).notNull(),
  since: instant().notNull().defaultNow(),
  /** Why it waits or has stopped: a code of the platform, or one of our reasons. */
  why: text(),
  /** Connections that failed one after the other. */
  failures: integer().notNull().default(0),
  heardAt: instant('heard_at'),
  /** Nothing is sent before this time, and why. */
  pausedUntil: instant('paused_until'),
  pausedWhy: text('paused_why'),
});

/** What a linked device did on one day of the city's clock. */
export const linkedDeviceDay = pgTable(
  'linked_device_day',
  {
    account: text().notNull(),
    day: date().notNull(),
    heard: integer().notNull().default(0),
    sent: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    unopened: integer().notNull().default(0),
    reconnects: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.account, table.day] })],
);
