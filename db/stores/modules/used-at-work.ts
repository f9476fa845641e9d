import { sql } from 'drizzle-orm';
import type { Effect } from '../../../bot/effects.ts';
import type { Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { fewestShown } from '../../show-fives.ts';

const p = sql.placeholder;

/** Answers about one training are counted one after the other, in a transaction each. */
const lockUses = prepared(sql`select pg_advisory_xact_lock(hashtext('use ' || ${p('training')}::text))`);

/**
 * A number that tells to which five answers about its training this one belongs, and nothing else, as of `reviewTraining`: whole
 * fives only are shown, always the same ones.
 */
const idInFives = sql`(lpad(to_hex((select count(*) from training_use u where u.training_code = mine.training_code) / ${sql.raw(String(fewestShown))}), 8, '0')
  || right(replace(gen_random_uuid()::text, '-', ''), 24))::uuid`;

const keep = prepared<{ id: string }>(sql`
with mine as (
  update training_use_asked set answered = true
  where employee_id = (select l.employee_id from staff_link l join employee e on e.id = l.employee_id and e.active
      where l.contact_id = ${p('contact')} and l.ended_at is null)
    and training_code = ${p('training')} and not answered
  returning training_code)
insert into training_use (id, training_code, answer) select ${idInFives}, training_code, ${p('answer')} from mine returning id`);

/** Keeps whether a training is used at work, without whose answer it is. Throws `Overtaken` where this was not asked, or is answered. */
export const answerUsed = async (
  runner: Runner,
  { id: contact }: Pick<Contact, 'id'>,
  { training, answer }: Extract<Effect, { do: 'training.used' }>,
): Promise<void> => {
  const [, [kept]] = await Promise.all([
    lockUses(runner, { training }),
    keep(runner, { contact, training, answer }),
  ]);
  if (!kept) throw new Overtaken();
};
