import { sql } from 'drizzle-orm';
import { awardCategoryOf } from '../../../bot/domain/award/award-category.ts';
import {
  type Colleague,
  mostFound,
  type NominatingDesk,
} from '../../../bot/domain/award/nomination-reads.ts';
import { plainNip } from '../../../bot/domain/nip.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { currentAward } from './current.ts';
import { toldOf } from './nomination-told.ts';
import { mayInAward, type Nominator, nominatedIn, nominatorOf } from './nominator.ts';

const p = sql.placeholder;

type Asked = { contact: number; now: Date };

/** What naming somebody is decided by; null for whoever may name nobody. */
export const nominatingDesk = async (
  runner: Runner,
  city: City,
  { contact, now }: Asked,
): Promise<NominatingDesk | null> => {
  const me = await nominatorOf(runner, city, contact);
  if (!me || !mayInAward(me, 'nominate')) return null;
  const award = await currentAward(runner, now, city.agency.zone);
  return {
    me: { id: me.id, hats: me.hats },
    award: award && { ...toldOf(award), nomination: award.cycle.nomination },
    made: award ? await nominatedIn(runner, { cycle: award.id, by: me.id }) : [],
    heads: me.heads !== null,
  };
};

type Row = Omit<Colleague, 'proposed'>;

/** Of a demo, nobody who tries the service with others is found by them. */
const ofMyCircle = sql`not exists (select from staff_link l join contact c on c.id = l.contact_id
  where l.employee_id = e.id and l.ended_at is null and c.circle is not null and c.circle is distinct from ${p('circle')}::text)`;

const columns = sql`select e.id::int as id, e.name, e.position, u.name as unit, e.kind,
  (select coalesce(json_agg(n.category), '[]') from award_nominee n
    where n.employee_id = e.id and n.consent = 'declined' and n.cycle_id = (select max(id) from award_cycle)) as declined
from employee e join unit u on u.code = e.unit_code where e.active and ${ofMyCircle}`;

const byNip = prepared<Row>(sql`${columns} and e.nip = ${p('nip')}`);

const byId = prepared<Row>(sql`${columns} and e.id = ${p('id')}::bigint`);

/** A slip of the finger in a name still finds it; a name in full comes first. */
const byName =
  prepared<Row>(sql`${columns} and e.kind <> 'other' and word_similarity(${p('words')}, e.name) > 0.45
order by word_similarity(${p('words')}, e.name) desc, similarity(${p('words')}, e.name) desc, e.name, e.id limit ${p('most')}`);

const proposed = (row: Row): Colleague => ({ ...row, proposed: awardCategoryOf(row.position) });

const asker = async (runner: Runner, city: City, contact: number): Promise<Nominator | undefined> => {
  const me = await nominatorOf(runner, city, contact);
  return me && mayInAward(me, 'nominate', 'other') ? me : undefined;
};

/** Colleagues of any office by words of a name or a whole NIP, for whoever may name somebody. */
export const colleaguesLike = async (
  runner: Runner,
  city: City,
  { contact, words }: { contact: number; words: string },
): Promise<Colleague[]> => {
  const me = await asker(runner, city, contact);
  if (!me) return [];
  const nip = plainNip(words);
  const { circle } = me;
  const found = /^\d{6,}$/.test(nip)
    ? await byNip(runner, { nip, circle })
    : await byName(runner, { words, circle, most: mostFound });
  return found.map(proposed);
};

/** A colleague by their number here, for whoever may name somebody. */
export const colleagueNamed = async (
  runner: Runner,
  city: City,
  { contact, id }: { contact: number; id: number },
): Promise<Colleague | null> => {
  const me = await asker(runner, city, contact);
  const [found] = me ? await byId(runner, { id, circle: me.circle }) : [];
  return found ? proposed(found) : null;
};
