import { sql } from 'drizzle-orm';
import { innovationLines, isMark } from '../../../bot/domain/award/innovation.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { candidateView } from '../../reads/award/candidate.ts';
import { employeeOf } from '../../reads/training/employee-of.ts';
import type { Seal } from '../../sealed.ts';
import { writeAudit } from '../audit.ts';

const p = sql.placeholder;

const keepMarks = prepared(sql`
insert into award_mark (nominee_id, by_id, masalah, kebaruan, hasil, keberlanjutan, at)
values (${p('nominee')}::bigint, ${p('member')}::bigint, ${p('masalah')}, ${p('kebaruan')}, ${p('hasil')}, ${p('keberlanjutan')}, ${p('at')}::timestamptz)
on conflict (nominee_id, by_id) do update set masalah = excluded.masalah, kebaruan = excluded.kebaruan, hasil = excluded.hasil,
  keberlanjutan = excluded.keberlanjutan, at = excluded.at`);

/** What a member of the committee gives a candidate's innovation; the last marks count. Throws `Overtaken` where this member may not mark it (any more). */
export const giveMarks = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { nominee, marks }: Extract<Effect, { do: 'award.mark' }>,
  now: Date,
): Promise<void> => {
  const member = await employeeOf(runner, contact);
  const seen = await candidateView(runner, seal, city, { contact, nominee, now });
  if (member === undefined || !seen?.may.includes('mark')) throw new Overtaken();
  const given = innovationLines.map((line) => marks[line]);
  if (!given.every(isMark)) throw new RangeError('marks that no line has');
  await keepMarks(runner, { nominee, member, ...marks, at: now.toISOString() });
  const reason = `${nominee}: ${given.join(' ')}`;
  await writeAudit(runner, seal, { action: 'award-marked', employee: member, reason }, now);
};
