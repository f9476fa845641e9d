import { sql } from 'drizzle-orm';
import type { Reply } from '../../../bot/conversation/reply.ts';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { type AwardNow, phaseEnds } from '../../../bot/domain/award/award-now.ts';
import { nominationFaults } from '../../../bot/domain/award/nomination.ts';
import type { Consent } from '../../../bot/domain/award/nominee-state.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { currentAward } from '../../reads/award/current.ts';
import { colleagueNamed } from '../../reads/award/nominating.ts';
import { mayInAward, nominatedIn, nominatorOf } from '../../reads/award/nominator.ts';
import { storyPlace } from '../../reads/award/nominee-stories.ts';
import type { Seal } from '../../sealed.ts';
import { tellEmployee } from '../training/tell-employee.ts';
import { toldOnce } from './told-once.ts';

const p = sql.placeholder;

const unitOf = prepared<{ unit: string }>(
  sql`select unit_code as unit from employee where id = ${p('employee')}::bigint and active`,
);

/** Named before, the row is locked as it stands, so that nobody declines meanwhile. */
const insertNominee = prepared<{ id: number; consent: Consent | null }>(sql`
insert into award_nominee as n (cycle_id, category, employee_id, unit_code, named_at)
values (${p('cycle')}::bigint, ${p('category')}, ${p('employee')}::bigint, ${p('office')}, ${p('at')}::timestamptz)
on conflict (cycle_id, category, employee_id) do update set named_at = n.named_at returning id::int as id, consent`);

const insertNomination = prepared<{ nominee: number }>(sql`
insert into award_nomination (nominee_id, cycle_id, category, by_id, unit_code, value, story, at)
values (${p('nominee')}::bigint, ${p('cycle')}::bigint, ${p('category')}, ${p('by')}::bigint, ${p('unit')}, ${p('value')},
  decode(${p('story')}, 'base64'), ${p('at')}::timestamptz)
on conflict do nothing returning nominee_id::int as nominee`);

/** What a nominee is told once: where they are named, never by whom. */
const namedLetter = (award: AwardNow, nominee: number, category: AwardCategory): Reply => ({
  text: {
    key: 'nominee.named',
    with: {
      title: { literal: award.cycle.title },
      category: { key: `award.category.${category}` },
      until: { date: phaseEnds(award, 'koreksi') },
    },
  },
  choices: [{ id: `go:nominee:${nominee}`, label: { key: 'button.nominee.card' } }],
});

/**
 * Keeps a nomination with its story sealed, and tells whoever was named for the first time. Throws `Overtaken` where it can
 * no longer be taken, or another of the same person and category came first.
 */
export const nominate = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { nominee: employee, category, value, story }: Extract<Effect, { do: 'award.nominate' }>,
  now: Date,
): Promise<void> => {
  const [me, award, colleague, [served]] = await Promise.all([
    nominatorOf(runner, city, contact),
    currentAward(runner, now, city.agency.zone),
    colleagueNamed(runner, city, { contact, id: employee }),
    unitOf(runner, { employee }),
  ]);
  if (!me || !award || !colleague || !served || !mayInAward(me, 'nominate', 'other')) throw new Overtaken();
  const made = await nominatedIn(runner, { cycle: award.id, by: me.id });
  const faults = nominationFaults(
    {
      standing: award.standing,
      nominator: me,
      nominee: { id: employee, kind: colleague.kind, active: true },
      category,
      value,
      story,
      made,
    },
    award.cycle,
  );
  if (faults.length > 0) throw new Overtaken();
  const at = now.toISOString();
  const office = officeOf(served.unit, city.units, city.categories);
  const [row] = await insertNominee(runner, { cycle: award.id, category, employee, office, at });
  if (!row || row.consent === 'declined') throw new Overtaken();
  const kept = await insertNomination(runner, {
    nominee: row.id,
    cycle: award.id,
    category,
    by: me.id,
    unit: me.unit,
    value,
    story: seal.seal('award', storyPlace(row.id, me.id), story).toString('base64'),
    at,
  });
  if (kept.length === 0) throw new Overtaken();
  if (await toldOnce(runner, { cycle: award.id, what: `named ${category}`, employee }))
    await tellEmployee(runner, seal, city, { employee, say: namedLetter(award, row.id, category) }, now);
};
