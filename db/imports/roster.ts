import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { readRoster } from '../../bot/domain/imports/roster.ts';
import { officeOf } from '../../bot/domain/office.ts';
import { category, dutyShift, employee, unit } from '../schema/index.ts';
import type { ImportKind } from './import-kind.ts';
import { kept } from './kept.ts';

const keyOf = ({ employeeId, from }: { employeeId: number; from: string }): string => `${employeeId}|${from}`;

/**
 * Shifts, by who and the day they begin; what the file does not name stays. A shift counts for the office a person
 * belongs to, where everybody else is then off duty on its days.
 */
export const roster: ImportKind = async (tx, _seal, sheet) => {
  const people = await tx
    .select({ id: employee.id, nip: employee.nip, unit: employee.unitCode })
    .from(employee)
    .where(eq(employee.active, true));
  const byNip = new Map(people.map((one) => [one.nip, one]));
  const { records, ...said } = readRoster(sheet, { employees: new Set(byNip.keys()) });
  const units = await tx
    .select({ code: unit.code, handles: unit.handles, parent: unit.parentCode })
    .from(unit);
  const categories = await tx.select({ unitCode: category.unitCode }).from(category);
  const shifts = await tx.select().from(dutyShift);
  const known = new Map(shifts.map((one) => [keyOf(one), one]));
  const wanted = records.flatMap(({ nip, from, until, opens, closes }) => {
    const who = byNip.get(nip);
    if (!who) return [];
    const old = known.get(keyOf({ employeeId: who.id, from }));
    const unitCode = officeOf(who.unit, units, categories);
    const hours = { opens: kept(opens, old?.opens), closes: kept(closes, old?.closes) };
    return [{ old, shift: { unitCode, employeeId: who.id, from, until, ...hours } }];
  });
  const fresh = wanted.filter(({ old }) => old === undefined).map(({ shift }) => shift);
  const changed = wanted.flatMap(({ old, shift }) =>
    old && !isDeepStrictEqual(old, { ...old, ...shift }) ? [{ id: old.id, shift }] : [],
  );
  if (fresh.length > 0) await tx.insert(dutyShift).values(fresh);
  for (const { id, shift } of changed) await tx.update(dutyShift).set(shift).where(eq(dutyShift.id, id));
  const unchanged = wanted.length - fresh.length - changed.length;
  return { ...said, counts: { new: fresh.length, changed: changed.length, unchanged } };
};
