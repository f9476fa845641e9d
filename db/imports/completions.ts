import { eq, sql } from 'drizzle-orm';
import { readCompletions } from '../../bot/domain/imports/completions.ts';
import { prepared, type Runner } from '../prepared.ts';
import { runnerOf } from '../runner-of.ts';
import { certificate } from '../schema/index.ts';
import { lookAgain } from '../stores/training/look-again.ts';
import { refusedPapers } from './held-certificates.ts';
import type { ImportKind } from './import-kind.ts';
import { inParts } from './in-parts.ts';
import { type Personnel, personnelOf } from './personnel.ts';
import { type Certificate, planCompletions } from './plan-completions.ts';

const p = sql.placeholder;

type Ended = { employee: number; training: string };

const findOpen = prepared<Ended>(sql`
select employee_id::int as employee, training_code as training from enrolment
where employee_id = any(${p('employees')}::bigint[]) and finished_on is null and state <> 'withdrawn'`);

const finish = prepared<Ended>(sql`
update enrolment set finished_on = ${p('date')}::date, state = 'registered'
where employee_id = ${p('employee')}::bigint and training_code = ${p('training')} and finished_on is null
returning employee_id::int as employee, training_code as training`);

const keyOf = ({ employee, training }: Ended): string => `${employee} ${training}`;

/**
 * Ends the enrolments that these certificates are of; gives those that were still open. One is ended as little by a
 * certificate of before its training began as by another training's.
 */
const finished = async (
  runner: Runner,
  all: readonly Certificate[],
  trainings: Personnel['trainings'],
): Promise<Ended[]> => {
  const open = await findOpen(runner, { employees: [...new Set(all.map(({ employeeId }) => employeeId))] });
  const keys = new Set(open.map(keyOf));
  const due = all.flatMap(({ employeeId: employee, trainingCode: training, date, status }) => {
    const begins = trainings.get(training ?? '')?.startsOn;
    if (!training || status !== 'sah' || (begins && date < begins)) return [];
    return keys.has(keyOf({ employee, training })) ? [{ employee, training, date }] : [];
  });
  return (await Promise.all(due.map((one) => finish(runner, one)))).flat();
};

/** What people completed, by the word of the personnel office: each a certificate that counts, and the end of the enrolment it is of. */
export const completions: ImportKind = async (tx, _seal, sheet, aside) => {
  const personnel = await personnelOf(tx, aside);
  const { ids, trainings, today, settings, agency } = personnel;
  const { records, ...said } = readCompletions(sheet, {
    employees: new Set(ids.keys()),
    trainings,
    today,
    rules: settings.rules,
    refused: await refusedPapers(tx, personnel),
    unnamedProvider: agency,
  });
  const { fresh, changed, rest } = await planCompletions(tx, records, personnel, aside.now);
  for (const part of inParts(fresh)) await tx.insert(certificate).values(part);
  await Promise.all(
    changed.map(({ held, set }) => tx.update(certificate).set(set).where(eq(certificate.id, held.id))),
  );
  const runner = runnerOf(tx);
  const now = changed.map(({ held, set }) => ({ ...held, ...set }));
  const ended = await finished(runner, rest, trainings);
  const others = await finished(runner, [...fresh, ...now], trainings);
  const touched = [...fresh, ...now].map(({ employeeId }) => employeeId);
  await lookAgain(runner, [...touched, ...[...ended, ...others].map(({ employee }) => employee)]);
  const keys = new Set(ended.map(keyOf));
  const same = rest.filter(
    ({ employeeId: employee, trainingCode: training }) =>
      !training || !keys.has(keyOf({ employee, training })),
  ).length;
  return {
    ...said,
    counts: { new: fresh.length, changed: changed.length + rest.length - same, unchanged: same },
  };
};
