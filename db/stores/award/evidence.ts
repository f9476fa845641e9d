import { sql } from 'drizzle-orm';
import type { AwardNow } from '../../../bot/domain/award/award-now.ts';
import { isIn } from '../../../bot/domain/award/standing.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { judging } from '../../reads/award/candidate.ts';
import { nomineeOffice, nomineeRow } from '../../reads/award/committee-nominees.ts';
import { readEvidence } from '../../reads/award/evidence.ts';

const p = sql.placeholder;

const setEvidence = prepared(sql`
update award_nominee set evidence = ${p('evidence')}::text::jsonb where id = ${p('nominee')}::bigint and evidence is null`);

/** Keeps the figures beside a nominee as they are now, unless some are kept already: committee, nominee and voters see the same. */
export const keepEvidence = async (
  runner: Runner,
  city: City,
  { cycle: { year } }: Pick<AwardNow, 'cycle'>,
  row: NonNullable<Awaited<ReturnType<typeof nomineeRow>>>,
  now: Date,
): Promise<void> => {
  if (row.evidence !== null) return;
  const office = nomineeOffice(row, city).code;
  const evidence = await readEvidence(runner, city, { nominee: row.id, office, year }, now);
  await setEvidence(runner, { nominee: row.id, evidence: JSON.stringify(evidence) });
};

/** What comes of a first look at a candidate: its figures stay as the member saw them. Nothing outside of `verifikasi`. */
export const lookAtCandidate = async (
  runner: Runner,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { nominee }: { nominee: number },
  now: Date,
): Promise<void> => {
  const both = await judging(runner, city, { contact, now });
  if (!both || !isIn(both.award.standing, 'verifikasi')) return;
  const row = await nomineeRow(runner, { cycle: both.award.id, member: both.member.id, nominee });
  if (row) await keepEvidence(runner, city, both.award, row, now);
};
