import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Effect } from '../../../bot/effects.ts';
import type { Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { learnerOf } from '../../reads/training/learner.ts';
import { fewestShown } from '../../show-fives.ts';

const p = sql.placeholder;

/** Answers about one provider are counted one after the other, in a transaction each. */
const lockProvider = prepared<{ provider: string }>(sql`
select provider from (select provider from training where code = ${p('training')}) t, pg_advisory_xact_lock(hashtext('review ' || provider))`);

const markReviewed = prepared<{ employee: number }>(sql`
update enrolment set reviewed = true where employee_id = ${p('employee')}::bigint and training_code = ${p('training')}
  and state = 'registered' and not reviewed and (attended_on is not null or finished_on is not null)
returning employee_id::int as employee`);

const countReviews = prepared<{ count: number }>(sql`
select count(*)::int as count from training_review r join training t on t.code = r.training_code
where t.provider = (select provider from training where code = ${p('training')})`);

const insertReview = prepared(sql`
insert into training_review (id, training_code, material, trainer, benefit, organisation)
values (${p('id')}::uuid, ${p('training')}, ${p('material')}, ${p('trainer')}, ${p('benefit')}, ${p('organisation')})`);

/**
 * A number that tells to which five answers about a provider these belong, and nothing else: the public sees whole fives
 * only, the same ones on every day, so that nobody reads one person's answers from how the averages moved. Within a five
 * chance alone decides the order.
 */
const idOf = (before: number): string =>
  Math.floor(before / fewestShown)
    .toString(16)
    .padStart(8, '0') + randomBytes(12).toString('hex');

/** Keeps four answers without whose they are or when they were given, once a person. Throws `Overtaken` where they may not answer (any more). */
export const reviewTraining = async (
  runner: Runner,
  { id: contact }: Pick<Contact, 'id'>,
  { training, answers }: Extract<Effect, { do: 'training.review' }>,
): Promise<void> => {
  const learner = await learnerOf(runner, contact);
  if (!learner) throw new Overtaken();
  await lockProvider(runner, { training });
  const [marked] = await markReviewed(runner, { employee: learner.id, training });
  if (!marked) throw new Overtaken();
  const [counted] = await countReviews(runner, { training });
  await insertReview(runner, { id: idOf(counted?.count ?? 0), training, ...answers });
};
