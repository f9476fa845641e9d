import { sql } from 'drizzle-orm';
import { type EnrolmentFacts, readEnrolments } from '../../bot/domain/imports/enrolments.ts';
import { prepared } from '../prepared.ts';
import { runnerOf } from '../runner-of.ts';
import { enrolment } from '../schema/index.ts';
import { lookAgain } from '../stores/training/look-again.ts';
import type { ImportKind } from './import-kind.ts';
import { kept } from './kept.ts';
import { type Personnel, personnelOf } from './personnel.ts';

const p = sql.placeholder;

type Row = typeof enrolment.$inferSelect;

/** Who takes part already keeps who registered them and since when; who withdrew begins anew. */
const writeEnrolments = prepared(sql`
insert into enrolment as old (employee_id, training_code, state, source, complete_by, since, changed_at)
select employee, training, 'registered', 'office', complete_by, ${p('today')}::date, ${p('now')}::timestamptz
from json_to_recordset(${p('rows')}::text::json) as given (employee bigint, training text, complete_by date)
on conflict (employee_id, training_code) do update set
  complete_by = excluded.complete_by,
  state = 'registered',
  source = case old.state when 'registered' then old.source else 'office' end,
  since = case old.state when 'registered' then old.since else excluded.since end,
  changed_at = case old.state when 'registered' then old.changed_at else excluded.changed_at end,
  attended_on = case old.state when 'withdrawn' then null else old.attended_on end,
  finished_on = case old.state when 'withdrawn' then null else old.finished_on end`);

/** Seats and withdrawals as they stand, by number and code. */
const standing = (
  before: readonly Row[],
  { ids, trainings }: Personnel,
): Required<Pick<EnrolmentFacts, 'seats' | 'withdrawn'>> => {
  const nips = new Map([...ids].map(([nip, id]) => [id, nip]));
  const takingPart = new Map<string, Set<string>>();
  for (const { employeeId, trainingCode, state } of before) {
    const nip = nips.get(employeeId);
    if (state !== 'registered' || !nip) continue;
    const all = takingPart.get(trainingCode) ?? new Set();
    takingPart.set(trainingCode, all.add(nip));
  }
  return {
    seats: new Map(
      [...trainings.values()].flatMap(({ code, quota }) =>
        quota === null ? [] : [[code, { quota, taken: takingPart.get(code) ?? new Set<string>() }]],
      ),
    ),
    withdrawn: before.flatMap(({ employeeId, trainingCode: training, state }) => {
      const nip = nips.get(employeeId);
      return state === 'withdrawn' && nip ? [{ nip, training }] : [];
    }),
  };
};

const keyOf = (employee: number, training: string): string => `${employee} ${training}`;

/** Who takes part by the office's word, waiting or withdrawn before, with or without a seat left; who is not named stays as they are. */
export const enrolments: ImportKind = async (tx, _seal, sheet, aside) => {
  const personnel = await personnelOf(tx, aside);
  const { ids, trainings, today } = personnel;
  const before = await tx.select().from(enrolment);
  const { records, ...said } = readEnrolments(sheet, {
    employees: new Set(ids.keys()),
    trainings,
    ...standing(before, personnel),
  });
  const known = new Map(before.map((row) => [keyOf(row.employeeId, row.trainingCode), row]));
  const wanted = records.flatMap(({ nip, training_code: training, complete_by: by }) => {
    const employee = ids.get(nip);
    if (employee === undefined) return [];
    const old = known.get(keyOf(employee, training));
    return [{ old, row: { employee, training, complete_by: kept(by, old?.completeBy) } }];
  });
  const fresh = wanted.filter(({ old }) => old === undefined);
  const changed = wanted.filter(
    ({ old, row }) => old && (old.state !== 'registered' || old.completeBy !== row.complete_by),
  );
  const rows = [...fresh, ...changed].map(({ row }) => row);
  const runner = runnerOf(tx);
  if (rows.length > 0) {
    await writeEnrolments(runner, { rows: JSON.stringify(rows), today, now: aside.now.toISOString() });
    await lookAgain(
      runner,
      rows.map(({ employee }) => employee),
    );
  }
  const unchanged = wanted.length - rows.length;
  return { ...said, counts: { new: fresh.length, changed: changed.length, unchanged } };
};
