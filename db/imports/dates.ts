import { eq, inArray } from 'drizzle-orm';
import { readDates } from '../../bot/domain/imports/dates.ts';
import { runnerOf } from '../runner-of.ts';
import { personnelDate } from '../schema/index.ts';
import { lookAgain } from '../stores/training/look-again.ts';
import type { ImportKind } from './import-kind.ts';
import { inParts } from './in-parts.ts';
import { kept } from './kept.ts';
import { personnelOf } from './personnel.ts';

type Row = typeof personnelDate.$inferSelect;

const keyOf = ({ employeeId, kind }: Pick<Row, 'employeeId' | 'kind'>): string => `${employeeId} ${kind}`;

/** Dates of careers: of each person and kind that the file names it holds all there are. One that stays the same keeps the day of the file it came from. */
export const dates: ImportKind = async (tx, _seal, sheet, aside) => {
  const { ids, today } = await personnelOf(tx, aside);
  const { records, ...said } = readDates(sheet, { employees: new Set(ids.keys()) });
  const given = records.flatMap(({ nip, kind, date, note }) => {
    const employeeId = ids.get(nip);
    return employeeId === undefined ? [] : [{ employeeId, kind, date, note }];
  });
  const named = new Set(given.map(keyOf));
  const people = [...new Set(given.map(({ employeeId }) => employeeId))];
  const all = people.length
    ? await tx.select().from(personnelDate).where(inArray(personnelDate.employeeId, people))
    : [];
  const before = all.filter((row) => named.has(keyOf(row)));
  const known = new Map(before.map((row) => [`${keyOf(row)} ${row.date}`, row]));
  const wanted = given.map((one) => {
    const old = known.get(`${keyOf(one)} ${one.date}`);
    return { old, row: { ...one, note: kept(one.note, old?.note), asOf: today } };
  });
  const stay = new Set(wanted.flatMap(({ old }) => (old ? [old.id] : [])));
  const gone = before.filter(({ id }) => !stay.has(id));
  const fresh = wanted.filter(({ old }) => !old).map(({ row }) => row);
  const noted = wanted.flatMap(({ old, row }) => (old && old.note !== row.note ? [{ id: old.id, row }] : []));

  for (const part of inParts(gone.map(({ id }) => id)))
    await tx.delete(personnelDate).where(inArray(personnelDate.id, part));
  for (const part of inParts(fresh)) await tx.insert(personnelDate).values(part);
  for (const { id, row } of noted) await tx.update(personnelDate).set(row).where(eq(personnelDate.id, id));
  const touched = [...gone, ...fresh, ...noted.map(({ row }) => row)];
  await lookAgain(
    runnerOf(tx),
    touched.map(({ employeeId }) => employeeId),
  );
  return { ...said, counts: countsOf(wanted.length, { gone, fresh, noted: noted.length }) };
};

/** A date in the place of one that is gone is a changed one, and so is one that is gone without another. */
const countsOf = (
  wanted: number,
  {
    gone,
    fresh,
    noted,
  }: { gone: readonly Row[]; fresh: readonly Pick<Row, 'employeeId' | 'kind'>[]; noted: number },
) => {
  const left = Map.groupBy(gone, keyOf);
  const inPlace = fresh.filter((one) => left.get(keyOf(one))?.pop()).length;
  return {
    new: fresh.length - inPlace,
    changed: gone.length + noted,
    unchanged: wanted - fresh.length - noted,
  };
};
