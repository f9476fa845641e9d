import { sql } from 'drizzle-orm';
import type { Address } from '../../bot/conversation/inbound.ts';
import type { Reply } from '../../bot/conversation/reply.ts';
import { agencyHours } from '../../bot/domain/agency-hours.ts';
import { nextWriting } from '../../bot/domain/reminding/writing-hours.ts';
import type { City, Letter } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import { staffChat } from '../reads/staff-chat.ts';
import type { Seal } from '../sealed.ts';
import { addLetters } from '../stores/letter.ts';

const p = sql.placeholder;

type Chat = { employee: number; id: number; channel: Address['channel']; account: string };

/**
 * Marks whom it is written to, and gives those who have not had it: `employees` null means every ASN. Whom no chat reaches is not
 * marked, so that who links one later is still told.
 */
const claimTold = prepared<Chat>(sql`
with reached as (
  select e.id as employee, c.id, c.channel, c.account from employee e
    join ${staffChat} c on c.employee_id = e.id join contact own on own.id = c.id
  where e.active and e.kind <> 'other' and c.unreachable_at is null and own.stopped_at is null
    and (${p('employees')}::bigint[] is null or e.id = any(${p('employees')}::bigint[]))
), told as (
  insert into award_told (cycle_id, what, employee_id)
  select distinct ${p('cycle')}::bigint, ${p('what')}, employee from reached order by employee on conflict do nothing returning employee_id
)
select r.employee::int as employee, r.id::int as id, r.channel, r.account from told t
  join reached r on r.employee = t.employee_id order by r.employee`);

/** A letter about a cycle; `what` names it, for each gets it once. */
export type AwardLetter = {
  cycle: number;
  what: string;
  /** `null`: every ASN. */
  employees: readonly number[] | null;
  lane: Letter['lane'];
  say: (employee: number) => Reply;
};

/** Writes a letter about a cycle to each of these once, in the office's hours; gives to how many. */
export const tellAward = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { cycle, what, employees, lane, say }: AwardLetter,
  at: Date,
): Promise<number> => {
  const opens = nextWriting({ office: agencyHours(city), leave: [] }, at) ?? at;
  const delay = opens.getTime() - at.getTime();
  const chats = await claimTold(runner, { cycle, what, employees: employees && [...employees] });
  for (const { employee, id, channel, account } of chats)
    await Promise.all(
      addLetters(runner, seal, { id, address: { channel, account, id: '' } }, [
        { say: say(employee), lane, delay },
      ]),
    );
  return chats.length;
};
