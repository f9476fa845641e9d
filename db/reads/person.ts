import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import type { OwnChat, PairingLook } from '../../bot/reads.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { fellowsOf, ownChats } from './own-chats.ts';
import { staffChat } from './staff-chat.ts';

const p = sql.placeholder;
const contact = sql`${p('contact')}::bigint`;

/** What is kept of a code by which two chats are joined. */
export const hashOfPairing = (seal: Seal, code: string): Buffer => seal.hash('pairing', code);

const findChats = prepared<OwnChat>(sql`
select c.channel, c.id = ${contact} as here, near.mine,
  coalesce(near.mine and c.chosen_at = max(c.chosen_at) filter (where near.mine) over (), false) as news,
  case when not near.staff then 'none' when c.id = (select s.id from ${staffChat} s where s.employee_id =
      (select employee_id from staff_link where contact_id = ${contact} and ended_at is null)) then 'written' else 'linked' end as work
from (select id, bool_or(mine) as mine, bool_or(staff) as staff from (
    select id, true as mine, id = ${contact} and exists ${fellowsOf(contact)} as staff from ${ownChats} own union all
    select id, false, true from ${fellowsOf(contact)} fellows) every group by id) near
join contact c on c.id = near.id order by c.id <> ${contact}, c.id`);

/** All chats of the person behind one, and of the employee it speaks for; that one first. */
export const chatsOfPerson = async (runner: Runner, id: number): Promise<OwnChat[]> => [
  ...(await findChats(runner, { contact: id })),
];

/**
 * Whether chats that speak as different employees would become one person with `me` and `other`: nobody is two of them,
 * and letters of the one would reach the other.
 */
export const twoEmployees = sql`exists (select 1 from staff_link l join contact c on c.id = l.contact_id
  where l.ended_at is null and (c.id in (me.id, other.id) or c.person in (me.person, other.person))
  having count(distinct l.employee_id) > 1)`;

const findCode = prepared<{
  other: number | null;
  channel: ChannelName | null;
  near: boolean;
  joined: boolean;
  clash: boolean;
  tried: string[];
}>(sql`
select other.id::int as other, other.channel, other.circle is not distinct from me.circle as near,
  coalesce(other.person = me.person, false) as joined, other.id is not null and ${twoEmployees} as clash,
  (select coalesce(json_agg(at), '[]') from code_try
    where contact_id = me.id and at > ${p('now')}::timestamptz - interval '24 hours') as tried
from contact me left join (select c.* from pairing_code k join contact c on c.id = k.contact_id
  where k.hash = ${p('hash')} and k.expires_at > ${p('now')}) other on true
where me.id = ${contact}`);

/** How a typed code stands for this chat, and when it tried codes of any kind before. Nothing is counted. */
export const lookAtPairing = async (
  runner: Runner,
  seal: Seal,
  { code, contact, now }: { code: string; contact: number; now: Date },
): Promise<PairingLook> => {
  const [found] = await findCode(runner, {
    hash: hashOfPairing(seal, code),
    contact,
    now: now.toISOString(),
  });
  const tried = (found?.tried ?? []).map((at) => new Date(at).toISOString());
  if (!found || found.other === null || !found.near) return { is: 'no', from: null, tried };
  const { other, channel: from, joined, clash } = found;
  if (other === contact) return { is: 'same', from, tried };
  if (joined) return { is: 'joined', from, tried };
  return { is: clash ? 'staff' : 'fits', from, tried };
};
