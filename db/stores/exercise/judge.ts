import { sql } from 'drizzle-orm';
import type { Exercise } from '../../../bot/domain/exercise/exercise.ts';
import { withoutDoubts } from '../../../bot/domain/exercise/without-doubts.ts';
import { localDate } from '../../../bot/domain/local-date.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { learnerOf, mayApprove } from '../../reads/exercise/learner.ts';

const p = sql.placeholder;

const holdWaiting = prepared<{ office: string; content: Exercise }>(sql`
select unit_code as office, content from exercise
where id = ${p('id')}::bigint and state = 'waiting' and report_id is not null for no key update`);

const writeVerdict = prepared(sql`
update exercise set state = ${p('state')}, content = ${p('content')}::text::jsonb, report_id = null,
  judged_on = ${p('on')}::date, judged_by = ${p('by')}::bigint where id = ${p('id')}::bigint`);

/** Writes what an officer says to an exercise; nothing leads back to its report any more. The first one counts, later ones are `Overtaken`. */
export const judgeExercise = async (
  runner: Runner,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { exercise: id, verdict }: Extract<Effect, { do: 'exercise.judge' }>,
  now: Date,
): Promise<void> => {
  const [me, [waiting]] = await Promise.all([learnerOf(runner, city, contact), holdWaiting(runner, { id })]);
  if (!me || !waiting || !mayApprove(me, waiting.office)) throw new Overtaken();
  const content = verdict === 'closed' ? withoutDoubts(waiting.content) : waiting.content;
  await writeVerdict(runner, {
    id,
    state: verdict === 'refused' ? 'refused' : 'approved',
    content: JSON.stringify(content),
    on: localDate(now, city.agency.zone),
    by: me.id,
  });
};
