import { type EmployeeRecord, readEmployees } from '../../bot/domain/imports/employees.ts';
import { employee, unit } from '../schema/index.ts';
import type { Seal } from '../sealed.ts';
import type { ImportKind } from './import-kind.ts';
import { kept } from './kept.ts';
import { upsert } from './upsert.ts';

type Old = Pick<typeof employee.$inferSelect, 'phone' | 'grade' | 'supervisorNip' | 'roles' | 'active'>;

/** The number sealed; the same one keeps its old seal, for each sealing differs and would look like a change. */
const sealedPhone = (seal: Seal, { nip, phone }: EmployeeRecord, old: Old | undefined): Uint8Array | null => {
  const before = old?.phone ?? null;
  if (phone === undefined) return before;
  if (phone === null) return null;
  const place = `employee|${nip}`;
  return before && seal.open('identity', place, before) === phone
    ? before
    : seal.seal('identity', place, phone);
};

/** People, by their number. Who is not in the file stays as they are: a leaver is a row with `active` false. */
export const employees: ImportKind = async (tx, seal, sheet) => {
  const before = await tx
    .select({
      nip: employee.nip,
      phone: employee.phone,
      grade: employee.grade,
      supervisorNip: employee.supervisorNip,
      roles: employee.roles,
      active: employee.active,
    })
    .from(employee);
  const offices = await tx.select({ code: unit.code }).from(unit);
  const { records, ...said } = readEmployees(sheet, {
    units: new Set(offices.map(({ code }) => code)),
    above: new Map(before.map(({ nip, supervisorNip }) => [nip, supervisorNip])),
  });
  const known = new Map<string, Old>(before.map((row) => [row.nip, row]));
  const rows = records.map((one) => {
    const old = known.get(one.nip);
    const { nip, name, unit_code: unitCode, position, kind, supervisor_nip: head } = one;
    return {
      nip,
      name,
      unitCode,
      position,
      kind,
      grade: kept(one.grade, old?.grade),
      phone: sealedPhone(seal, one, old),
      supervisorNip: kept(head, old?.supervisorNip),
      roles: [...(one.roles ?? old?.roles ?? [])],
      active: one.active ?? old?.active ?? true,
    };
  });
  return { ...said, counts: await upsert(tx, employee, 'nip', rows) };
};
