import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { type AwardNow, phaseEnds } from '../../../bot/domain/award/award-now.ts';
import type { Consent, Verdict } from '../../../bot/domain/award/nominee-state.ts';
import { answerBy, mayObjectToRecord, resultClosed } from '../../../bot/domain/award/object-to.ts';
import type { Objecting } from '../../../bot/domain/award/result-reads.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { currentAward } from './current.ts';
import { mayInAward, nominatorOf } from './nominator.ts';

const p = sql.placeholder;

type Own = { id: number; category: AwardCategory; verdict: Verdict | null; consent: Consent | null };

const findOwn = prepared<Own>(sql`
select id::int as id, category, verdict, consent from award_nominee
where cycle_id = ${p('cycle')}::bigint and employee_id = ${p('employee')}::bigint order by verdict = 'refused' desc nulls last, id`);

const findWaiting = prepared<{ number: string; nominee: number | null }>(sql`
select number, nominee_id::int as nominee from award_objection
where cycle_id = ${p('cycle')}::bigint and by_id = ${p('employee')}::bigint and outcome is null`);

type Asked = { contact: number; nominee: number | null; now: Date };

/** Where somebody's objection would go. */
export type ObjectingNow = { award: AwardNow; me: number; office: string; may: Objecting };

const openRecord = (award: AwardNow, { id, category, verdict }: Own): Objecting => ({
  is: 'open',
  about: 'record',
  nominee: id,
  category,
  refused: verdict === 'refused',
  title: award.cycle.title,
  least: award.cycle.nomination.reasonLeast,
  until: answerBy(award, 'record'),
  closes: phaseEnds(award, 'koreksi'),
});

const openResult = (award: AwardNow): Objecting => ({
  is: 'open',
  about: 'result',
  nominee: null,
  category: null,
  refused: false,
  title: award.cycle.title,
  least: award.cycle.nomination.reasonLeast,
  until: answerBy(award, 'result'),
  closes: phaseEnds(award, 'masa_sanggah'),
});

/** What an ASN may object to now: a nominee to the own record in its days, everybody to the result in theirs, each to one thing at a time. `staff` for whoever is none, `none` where no cycle was opened. */
export const objectingNow = async (
  runner: Runner,
  city: City,
  { contact, nominee, now }: Asked,
): Promise<ObjectingNow | 'staff' | 'none'> => {
  const me = await nominatorOf(runner, city, contact);
  if (!me || !mayInAward(me, 'object-award', 'other')) return 'staff';
  const award = await currentAward(runner, now, city.agency.zone);
  if (!award) return 'none';
  const who = { cycle: award.id, employee: me.id };
  const [own, waiting] = await Promise.all([findOwn(runner, who), findWaiting(runner, who)]);
  const mine = own.filter(
    ({ id, consent, verdict }) =>
      (nominee === null || nominee === id) && consent !== 'declined' && mayObjectToRecord(award, verdict),
  );
  const at = { award, me: me.id, office: me.office };
  const record = mine.find(({ id }) => waiting.every((one) => one.nominee !== id));
  if (record) return { ...at, may: openRecord(award, record) };
  const closed = resultClosed(award);
  const about = mine[0]?.id ?? null;
  const under = waiting.find((one) => one.nominee === about);
  if (under && (mine.length > 0 || closed === undefined))
    return { ...at, may: { is: 'waiting', number: under.number } };
  return { ...at, may: closed === undefined ? openResult(award) : { is: closed } };
};
