import { sql } from 'drizzle-orm';
import type { Address } from '../../../bot/conversation/inbound.ts';
import type { Reply } from '../../../bot/conversation/reply.ts';
import { nextWriting } from '../../../bot/domain/reminding/writing-hours.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { staffChat } from '../../reads/staff-chat.ts';
import type { Seal } from '../../sealed.ts';
import { addLetters } from '../letter.ts';

const findChat = prepared<{ id: number; channel: Address['channel']; account: string }>(sql`
select c.id::int as id, c.channel, c.account from ${staffChat} c where c.employee_id = ${sql.placeholder('employee')}::bigint`);

/** Milliseconds until the office may write next: what a colleague did late in the evening is told in the morning. */
const untilOfficeWrites = ({ agency, calendar }: Pick<City, 'agency' | 'calendar'>, at: Date): number => {
  const { zone, settings } = agency;
  const office = { zone, calendar, hours: settings.officeHours, seasons: trainingOf(settings).seasons };
  return (nextWriting({ office, leave: [] }, at) ?? at).getTime() - at.getTime();
};

/** Writes to an employee what became of their place in a training; in the office's hours, and nothing to whoever has linked no chat. */
export const tellEmployee = async (
  runner: Runner,
  seal: Seal,
  city: Pick<City, 'agency' | 'calendar'>,
  { employee, say }: { employee: number; say: Reply },
  at: Date,
): Promise<void> => {
  const delay = untilOfficeWrites(city, at);
  for (const { id, channel, account } of await findChat(runner, { employee }))
    await Promise.all(
      addLetters(runner, seal, { id, address: { channel, account, id: '' } }, [
        { say, lane: 'interactive', delay },
      ]),
    );
};
