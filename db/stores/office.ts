import { sql } from 'drizzle-orm';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

const setAnswers = prepared<{ name: string; changed: boolean }>(sql`
with before as (select code, answers from unit where code = ${p('code')} for update)
update unit set answers = ${p('answers')} from before where unit.code = before.code
returning unit.name, before.answers is distinct from ${p('answers')}::boolean as changed`);

/** Switches an office on or off for reports in chat; undefined where there is no such unit. Reports that wait stay where they lie. */
export const switchOffice = async (
  runner: Runner,
  code: string,
  answers: boolean,
): Promise<{ name: string; changed: boolean } | undefined> =>
  (await setAnswers(runner, { code, answers }))[0];
