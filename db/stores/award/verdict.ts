import { sql } from 'drizzle-orm';
import { phaseEnds } from '../../../bot/domain/award/award-now.ts';
import { stepOf } from '../../../bot/domain/award/committee-steps.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { candidateView, judging } from '../../reads/award/candidate.ts';
import { nomineeRow } from '../../reads/award/committee-nominees.ts';
import type { Seal } from '../../sealed.ts';
import { writeAudit } from '../audit.ts';
import { tellEmployee } from '../training/tell-employee.ts';
import { keepEvidence } from './evidence.ts';
import { verdictReply } from './verdict-reply.ts';

const p = sql.placeholder;

const lockNominee = prepared(sql`select 1 from award_nominee where id = ${p('nominee')}::bigint for update`);

const setVerdict = prepared(sql`
update award_nominee set verdict = ${p('verdict')}, verdict_reason = ${p('words')}::text, verdict_by = ${p('member')}::bigint,
  verdict_at = ${p('at')}::timestamptz, reply = case when ${p('verdict')} = 'asked' then null else reply end
where id = ${p('nominee')}::bigint`);

/**
 * What a member of the committee says of a candidate, and the nominee is told. It may be changed within its phase, the last word
 * counts and each is a line of the audit log. Throws `Overtaken` where phase, rules or office forbid it, or where something was
 * said of the candidate that this member has not seen.
 */
export const giveVerdict = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { nominee, verdict, version, words = '' }: Extract<Effect, { do: 'award.verdict' }>,
  now: Date,
): Promise<void> => {
  await lockNominee(runner, { nominee });
  const both = await judging(runner, city, { contact, now });
  const seen = both && (await candidateView(runner, seal, city, { contact, nominee, now }));
  if (!both || !seen?.may.includes(stepOf[verdict]) || seen.version !== version) throw new Overtaken();
  if (verdict !== 'accepted' && words === '') throw new Error(`a candidate is not ${verdict} without words`);
  const { member, award } = both;
  const row = await nomineeRow(runner, { cycle: award.id, member: member.id, nominee });
  if (!row) throw new Overtaken();
  await keepEvidence(runner, city, award, row, now);
  const said = verdict === 'accepted' ? null : words;
  await setVerdict(runner, { nominee, verdict, words: said, member: member.id, at: now.toISOString() });
  const reason = said === null ? String(nominee) : `${nominee}: ${said}`;
  await writeAudit(runner, seal, { action: `award-${verdict}`, employee: member.id, reason }, now);
  const until = phaseEnds(award, 'verifikasi');
  const say = verdictReply({ nominee, verdict, category: row.category, words, until });
  await tellEmployee(runner, seal, city, { employee: row.employee, say }, now);
};
