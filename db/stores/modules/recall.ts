import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { afterAnswer } from '../../../bot/domain/modules/repetition.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

const mine = sql`employee_id = (select l.employee_id from staff_link l join employee e on e.id = l.employee_id and e.active
  where l.contact_id = ${p('contact')} and l.ended_at is null) and module_code = ${p('module')}`;

/** The question as it was asked: what was answered meanwhile stays as that answer left it. */
const asked = sql`${mine} and question = ${p('question')} and round = ${p('was')}::smallint and due_on = ${p('due')}::date`;

const moveOn = prepared(sql`
update module_repetition set wrong_on = ${p('wrongOn')}::date, round = ${p('round')}::smallint, due_on = ${p('dueOn')}::date
where ${asked}`);

const drop = prepared(sql`delete from module_repetition where ${asked}`);

const dropAll = prepared(sql`delete from module_repetition where ${mine}`);

/** A question that came back was answered: it waits for its next day, or is known. Twice changes nothing. */
export const answerRecalled = (
  runner: Runner,
  { agency }: Pick<City, 'agency'>,
  { id: contact }: Pick<Contact, 'id'>,
  { module, repetition, right }: Extract<Effect, { do: 'recall.answer' }>,
  at: Date,
) => {
  const { question, round: was, dueOn: due } = repetition;
  const after = afterAnswer(repetition, { right, on: localDate(at, agency.zone) });
  const blanks = { contact, module, question, was, due };
  return after === 'known'
    ? drop(runner, blanks)
    : moveOn(runner, { ...blanks, wrongOn: after.wrongOn, round: after.round, dueOn: after.dueOn });
};

/** Nothing of a module comes back any more. */
export const stopRecall = (
  runner: Runner,
  { id: contact }: Pick<Contact, 'id'>,
  { module }: Extract<Effect, { do: 'recall.stop' }>,
) => dropAll(runner, { contact, module });
