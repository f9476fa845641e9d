import { sql } from 'drizzle-orm';
import { answersLeft, type CoachingAnswer } from '../../../bot/domain/coaching/coaching-answer.ts';
import { mayCoach } from '../../../bot/domain/coaching/may-coach.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { speakerOf } from '../../reads/training/speaker.ts';

const p = sql.placeholder;

const findProposal = prepared<{ unit: string; answer: CoachingAnswer | null }>(
  sql`select unit_code as unit, answer from coaching_proposal where id = ${p('id')}::bigint for update`,
);

const keep = prepared(sql`
update coaching_proposal set answer = ${p('answer')}, answered_at = ${p('at')}::timestamptz, answered_by = ${p('me')}::bigint
where id = ${p('id')}::bigint`);

/** Keeps what the head of an office says to a proposal. Throws `Overtaken` for whoever may not, and where it was said meanwhile. */
export const answerCoaching = async (
  runner: Runner,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { proposal: id, answer }: Extract<Effect, { do: 'coaching.answer' }>,
  now: Date,
): Promise<void> => {
  const [me, [proposal]] = await Promise.all([speakerOf(runner, contact), findProposal(runner, { id })]);
  const may = me && proposal && mayCoach(me, 'answer-coaching', proposal.unit, city);
  if (!may || !answersLeft(proposal.answer).includes(answer)) throw new Overtaken();
  await keep(runner, { id, answer, at: now.toISOString(), me: me.id });
};
