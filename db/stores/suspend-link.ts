import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { addLetters } from './letter.ts';
import { partChat } from './person.ts';
import { tellStaff } from './tell-staff.ts';

const p = sql.placeholder;

const suspend = prepared<{ channel: string; account: string; name: string; unit: string }>(sql`
with ended as (
  update staff_link set ended_at = hall_now(), ended_why = 'id-changed'
  where contact_id = ${p('contact')} and ended_at is null returning contact_id, employee_id
)
select c.channel, c.account, e.name, u.name as unit
from ended join contact c on c.id = ended.contact_id join employee e on e.id = ended.employee_id join unit u on u.code = e.unit_code`);

/**
 * The chat no longer speaks as an employee, since its number or account is not the one that was linked: it proves nothing
 * (`channels.md` 3.1). It is no longer one person with the employee's other chats either. The chat is told, and so are the
 * personnel officers; nobody is where nobody was linked.
 */
export const suspendLink = async (runner: Runner, seal: Seal, contact: number): Promise<void> => {
  const [ended] = await suspend(runner, { contact });
  if (!ended) return;
  await partChat(runner, contact);
  const { name, unit, account } = ended;
  const address = { channel: ended.channel as ChannelName, account, id: '' };
  await Promise.all(
    addLetters(runner, seal, { id: contact, address }, [
      { say: { text: { key: 'link.suspended' } }, lane: 'interactive' },
    ]),
  );
  await tellStaff(
    runner,
    seal,
    'hr',
    {
      say: {
        text: {
          key: 'link.suspended-notice',
          with: { name: { literal: name }, unit: { literal: unit } },
        },
      },
      lane: 'interactive',
    },
    contact,
  );
};
