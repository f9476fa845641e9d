import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

const insertConsent = prepared(sql`insert into consent (contact_id, purpose, given, version, locale, at)
  select id, ${p('purpose')}, ${p('given')}, ${p('version')}, locale, ${p('at')}::timestamptz from contact where id = ${p('contact')}`);

/** What somebody agreed to or took back. `version`: of the text they were shown. */
export type Consent = { purpose: string; given: 'yes' | 'no' | 'withdrawn'; version: string };

/** Writes down a consent, or its end: the proof that UU 27/2022 art. 24 asks for. Rows are added, never changed. */
export const recordConsent = async (
  runner: Runner,
  contact: number,
  consent: Consent,
  at: Date,
): Promise<void> => {
  await insertConsent(runner, { contact, ...consent, at: at.toISOString() });
};
