import { sql } from 'drizzle-orm';
import type { Forwardable, ForwardingDesk } from '../../../bot/domain/award/nomination-reads.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { currentAward } from './current.ts';
import { toldOf } from './nomination-told.ts';
import { mayInAward, nominatorOf } from './nominator.ts';
import { nomineeStories } from './nominee-stories.ts';

const p = sql.placeholder;

const ofOffice = sql`select n.id::int as id, n.employee_id::int as employee, e.name, e.position, n.category,
  n.consent is not distinct from 'declined' as declined, n.forwarded_at is not null as forwarded,
  (select count(*)::int from award_nomination w where w.nominee_id = n.id and not w.void) as named
from award_nominee n join employee e on e.id = n.employee_id
where n.cycle_id = ${p('cycle')}::bigint and n.unit_code = ${p('office')} and e.active`;

const findNominees = prepared<Forwardable>(sql`${ofOffice} order by n.category, e.name, n.id`);

const lockNominees = prepared<Forwardable>(sql`${ofOffice} order by n.id for update of n`);

/** The nominees of an office; `lock`: nobody forwards another meanwhile. */
export const nomineesOf = async (
  runner: Runner,
  { cycle, office, lock = false }: { cycle: number; office: string; lock?: boolean },
): Promise<Forwardable[]> => [...(await (lock ? lockNominees : findNominees)(runner, { cycle, office }))];

/** What a head of office forwards by; null for a chat that speaks as nobody. Whoever heads no office sees no nominee. */
export const forwardingDesk = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { contact, nominee, now }: { contact: number; nominee: number | null; now: Date },
): Promise<ForwardingDesk | null> => {
  const me = await nominatorOf(runner, city, contact);
  if (!me) return null;
  const award = await currentAward(runner, now, city.agency.zone);
  const heads = mayInAward(me, 'forward-nominee') ? me.heads : null;
  const nominees =
    award && heads !== null ? await nomineesOf(runner, { cycle: award.id, office: heads }) : [];
  const asked = nominees.filter(({ id }) => id === nominee).map(({ id }) => id);
  const stories = asked.length > 0 ? await nomineeStories(runner, seal, asked) : undefined;
  return {
    me: me.id,
    award: award && { ...toldOf(award), nomination: award.cycle.nomination },
    heads,
    office: city.units.find(({ code }) => code === me.office)?.name ?? me.office,
    nominees,
    stories: (nominee !== null && stories?.get(nominee)) || [],
  };
};
