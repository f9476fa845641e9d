import { and, eq, inArray } from 'drizzle-orm';
import { readRecords } from '../../bot/domain/imports/records.ts';
import { personnelRecord } from '../schema/index.ts';
import type { ImportKind } from './import-kind.ts';
import { inParts } from './in-parts.ts';
import { kept } from './kept.ts';
import { personnelOf } from './personnel.ts';

type Row = typeof personnelRecord.$inferSelect;

const keyOf = ({ employeeId, year }: Pick<Row, 'employeeId' | 'year'>): string => `${employeeId} ${year}`;

const fields = ['predicate', 'attendance', 'disciplineClear', 'serviceFrom', 'lastWon'] as const;

const isSame = (one: Row, other: Row): boolean => fields.every((field) => one[field] === other[field]);

/** What the award asks of the personnel file, a row a person and year. A column that the file does not have keeps what was known; years that it does not name stay. */
export const records: ImportKind = async (tx, _seal, sheet, aside) => {
  const { ids, today } = await personnelOf(tx, aside);
  const { records: read, ...said } = readRecords(sheet, { employees: new Set(ids.keys()), today });
  const given = read.flatMap(({ nip, ...one }) => {
    const employeeId = ids.get(nip);
    return employeeId === undefined ? [] : [{ employeeId, ...one }];
  });
  const people = [...new Set(given.map(({ employeeId }) => employeeId))];
  const before = people.length
    ? await tx.select().from(personnelRecord).where(inArray(personnelRecord.employeeId, people))
    : [];
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const wanted = given.map((one) => {
    const old = known.get(keyOf(one));
    const row: Row = {
      employeeId: one.employeeId,
      year: one.year,
      predicate: kept(one.predicate, old?.predicate),
      attendance: kept(one.attendance_3m, old?.attendance),
      disciplineClear: kept(one.discipline_clear, old?.disciplineClear),
      serviceFrom: kept(one.service_from, old?.serviceFrom),
      lastWon: kept(one.last_won, old?.lastWon),
    };
    return { old, row };
  });
  const fresh = wanted.flatMap(({ old, row }) => (old ? [] : [row]));
  const changed = wanted.flatMap(({ old, row }) => (old && !isSame(old, row) ? [row] : []));
  for (const part of inParts(fresh)) await tx.insert(personnelRecord).values(part);
  for (const row of changed)
    await tx
      .update(personnelRecord)
      .set(row)
      .where(and(eq(personnelRecord.employeeId, row.employeeId), eq(personnelRecord.year, row.year)));
  return {
    ...said,
    counts: {
      new: fresh.length,
      changed: changed.length,
      unchanged: wanted.length - fresh.length - changed.length,
    },
  };
};
