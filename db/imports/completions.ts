import { eq, sql } from 'drizzle-orm';
import { readCompletions } from '../../bot/domain/imports/completions.ts';
import { prepared, type Runner } from '../prepared.ts';
import { runnerOf } from '../runner-of.ts';
import { certificate } from '../schema/index.ts';
import { lookAgain } from '../stores/training/look-again.ts';
import { refusedPapers } from './held-certificates.ts';
import type { ImportKind } from './import-kind.ts';
import { personnelOf } from './personnel.ts';
import { type Certificate, planCompletions } from './plan-completions.ts';

const p = sql.placeholder;

type Ended = { employee: number; training: string };

/** A training of this year is finished by a certificate of before it began as little as by another training's. */
const finish = prepared<Ended>(sql`
update enrolment e set finished_on = given.date, state = 'registered'
from json_to_recordset(${p('rows')}::text::json) as given (employee bigint, training text, date date), training t
where e.employee_id = given.employee and e.training_code = given.training and t.code = given.training
  and e.finished_on is null and e.state <> 'withdrawn' and given.date >= coalesce(t.starts_on, given.date)
returning e.employee_id::int as employee, e.training_code as training`);

/** Ends the enrolments that these certificates are of; gives of whom one was still open. */
const finished = async (runner: Runner, all: readonly Certificate[]): Promise<Ended[]> => {
  const rows = all.flatMap(({ employeeId: employee, trainingCode: training, date, status }) =>
    training && status === 'sah' ? [{ employee, training, date }] : [],
  );
  if (rows.length === 0) return [];
  return finish(runner, { rows: JSON.stringify(rows) });
};

const atOnce = 1_000;

/** What people completed, by the word of the personnel office: each a certificate that counts, and the end of the enrolment it is of. */
export const completions: ImportKind = async (tx, _seal, sheet, aside) => {
  const T0 = performance.now(); const T = (w: string) => console.log('T', w, Math.round(performance.now() - T0));
  const personnel = await personnelOf(tx, aside); T('personnel');
  const { ids, trainings, today, settings, agency } = personnel;
  const { records, ...said } = readCompletions(sheet, {
    employees: new Set(ids.keys()),
    trainings,
    today,
    rules: settings.rules,
    refused: await refusedPapers(tx, personnel),
    unnamedProvider: agency,
  });
  T('read');
  const { fresh, changed, rest } = await planCompletions(tx, records, personnel, aside.now);
  T('planned');
  for (let at = 0; at < fresh.length; at += atOnce)
    await tx.insert(certificate).values(fresh.slice(at, at + atOnce));
  for (const { held, set } of changed)
    await tx.update(certificate).set(set).where(eq(certificate.id, held.id));
  T('written');
  const runner = runnerOf(tx);
  const now = changed.map(({ held, set }) => ({ ...held, ...set }));
  const ended = await finished(runner, rest);
  const others = await finished(runner, [...fresh, ...now]);
  T('finished');
  const touched = [...fresh, ...now].map(({ employeeId }) => employeeId);
  await lookAgain(runner, [...touched, ...[...ended, ...others].map(({ employee }) => employee)]);
  const isEnded = ({ employeeId, trainingCode }: Certificate) =>
    ended.some(({ employee, training }) => employee === employeeId && training === trainingCode);
  const same = rest.filter((one) => !isEnded(one)).length;
  T('end');
  return {
    ...said,
    counts: { new: fresh.length, changed: changed.length + rest.length - same, unchanged: same },
  };
};
