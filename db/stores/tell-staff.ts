import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import type { OfficeRole } from '../../bot/domain/roles.ts';
import type { Letter } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { staffChat } from '../reads/staff-chat.ts';
import type { Seal } from '../sealed.ts';
import { addLetters } from './letter.ts';

const findStaff = prepared<{ id: number; channel: string; account: string }>(sql`
select c.id::int as id, c.channel, c.account from ${staffChat} c join employee e on e.id = c.employee_id
where e.active and ${sql.placeholder('role')} = any(e.roles)
  and not exists (select 1 from staff_link l where l.employee_id = e.id and l.ended_at is null and l.contact_id = ${sql.placeholder('except')}::bigint)
order by c.id`);

/** Writes a letter to everybody who wears a hat and has linked a chat, in one chat each, `except` whoever speaks in one. A `dedupe` counts for each of them. */
export const tellStaff = async (
  runner: Runner,
  seal: Seal,
  role: OfficeRole,
  letter: Letter,
  except?: number,
): Promise<void> => {
  const staff = await findStaff(runner, { role, except: except ?? null });
  await Promise.all(
    staff.flatMap(({ id, channel, account }) =>
      addLetters(runner, seal, { id, address: { channel: channel as ChannelName, account, id: '' } }, [
        { ...letter, ...(letter.dedupe && { dedupe: `${letter.dedupe}:${id}` }) },
      ]),
    ),
  );
};
