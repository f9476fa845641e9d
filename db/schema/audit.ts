import { bigint, bigserial, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { contact } from './contact.ts';
import { employee } from './employee.ts';
import { report } from './report.ts';

/**
 * Who read or did what with a sensitive report, with an identity, with a warning to a citizen. Rows are only added: a
 * trigger links each to the one before by a hash and refuses change; only what is older than two years may go.
 */
export const audit = pgTable(
  'audit',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: instant().notNull(),
    /** Without one: the service itself, or a citizen. */
    employeeId: bigint('employee_id', { mode: 'number' }),
    action: text().notNull(),
    reportId: bigint('report_id', { mode: 'number' }),
    /** The reason that was given, sealed. */
    sealed: bytes(),
    previous: bytes(),
    hash: bytes(),
  },
  (table) => [index('audit_report').on(table.reportId, table.id)],
);

/** Who wrote a sensitive report: apart from its content, and under a key of its own. */
export const sensitiveIdentity = pgTable('sensitive_identity', {
  reportId: bigint('report_id', { mode: 'number' })
    .primaryKey()
    .references(() => report.id, { onDelete: 'cascade' }),
  /** The contact, sealed for `identity`. */
  sealed: bytes().notNull(),
});

/** Opening an identity: one inspector asks with a reason, another agrees. */
export const identityOpening = pgTable(
  'identity_opening',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    reportId: bigint('report_id', { mode: 'number' })
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    askedBy: bigint('asked_by', { mode: 'number' })
      .notNull()
      .references(() => employee.id),
    reason: bytes().notNull(),
    askedAt: instant('asked_at').notNull(),
    agreedBy: bigint('agreed_by', { mode: 'number' }).references(() => employee.id),
    agreedAt: instant('agreed_at'),
    refusedAt: instant('refused_at'),
  },
  (table) => [index('identity_opening_report').on(table.reportId)],
);

/** The four digits that guard a contact's sensitive threads on a shared phone; only a keyed hash is kept. */
export const threadPin = pgTable('thread_pin', {
  contactId: bigint('contact_id', { mode: 'number' })
    .primaryKey()
    .references(() => contact.id, { onDelete: 'cascade' }),
  hash: bytes().notNull(),
  wrong: integer().notNull().default(0),
  lastWrongAt: instant('last_wrong_at'),
});
