import { sql } from 'drizzle-orm';
import type { Text } from '../../../bot/conversation/reply.ts';
import { forwardingFaults } from '../../../bot/domain/award/forwarding.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { currentAward } from '../../reads/award/current.ts';
import { nomineesOf } from '../../reads/award/forwarding.ts';
import { mayInAward, nominatorOf } from '../../reads/award/nominator.ts';
import type { Seal } from '../../sealed.ts';
import { tellEmployee } from '../training/tell-employee.ts';
import { nominatorsOf, tellNominators } from './tell-nominators.ts';

const p = sql.placeholder;

const writeForward = prepared<{ id: number }>(sql`
update award_nominee set forwarded_by = ${p('by')}::bigint, forward_reason = ${p('reason')}, forwarded_at = ${p('at')}::timestamptz
where id = ${p('id')}::bigint and forwarded_at is null returning id::int as id`);

/**
 * A head of office forwards a nominee to the committee, for a reason; the nominee and those who named them are told. Throws
 * `Overtaken` where another of the office was forwarded first, the nominee declined, or it is not this head's to do.
 */
export const forwardNominee = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { nominee: id, reason }: Extract<Effect, { do: 'award.forward' }>,
  now: Date,
): Promise<void> => {
  const [me, award] = await Promise.all([
    nominatorOf(runner, city, contact),
    currentAward(runner, now, city.agency.zone),
  ]);
  if (!me || !award || me.heads === null || !mayInAward(me, 'forward-nominee')) throw new Overtaken();
  const office = me.heads;
  const nominees = await nomineesOf(runner, { cycle: award.id, office, lock: true });
  const nominee = nominees.find((one) => one.id === id);
  if (!nominee || nominee.declined) throw new Overtaken();
  const { employee, name, category } = nominee;
  const faults = forwardingFaults(
    {
      standing: award.standing,
      by: me,
      nominee: { id: employee, office },
      category,
      nominated: nominee.named > 0,
      forwarded: nominees.filter((one) => one.forwarded).map((one) => ({ office, category: one.category })),
      reason,
    },
    award.cycle,
  );
  if (faults.length > 0) throw new Overtaken();
  const written = await writeForward(runner, { id, by: me.id, reason, at: now.toISOString() });
  if (written.length === 0) throw new Overtaken();
  const blanks: { [blank: string]: Text } = {
    name: { literal: name },
    category: { key: `award.category.${category}` },
  };
  const card = { id: `go:nominee:${id}`, label: { key: 'button.nominee.card' } } as const;
  await tellEmployee(
    runner,
    seal,
    city,
    { employee, say: { text: { key: 'nominee.forwarded', with: blanks }, choices: [card] } },
    now,
  );
  const nominators = (await nominatorsOf(runner, id)).filter((by) => by !== me.id);
  const say = { text: { key: 'nominate.forwarded', with: blanks } } as const;
  await tellNominators(runner, seal, city, { nominators, say }, now);
};
