import { day, words } from './cells.ts';
import { type Cell, optional, type RecordOf, required } from './column.ts';
import { because } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { employeeId } from './personnel-cells.ts';
import { oncePerKey, strangers } from './personnel-rows.ts';
import { type Line, readSheet, type Sheet } from './read-sheet.ts';

/**
 * Dates of a career that have milestones of their own: the periodic raise (PP 7/1977 art. 11-13), promotion (Peraturan
 * BKN 4/2025), retirement (UU 20/2023 art. 55), the end of a PPPK's contract and the medal of long service. An office
 * may keep others.
 */
export const knownDateKinds = ['kgb', 'pangkat', 'pensiun', 'kontrak', 'satyalancana'] as const;

/** What offices write in full, by its word. */
const inFull = new Map<string, (typeof knownDateKinds)[number]>([
  ['kenaikan_gaji_berkala', 'kgb'],
  ['gaji_berkala', 'kgb'],
  ['kenaikan_pangkat', 'pangkat'],
  ['kp', 'pangkat'],
  ['bup', 'pensiun'],
  ['batas_usia_pensiun', 'pensiun'],
  ['akhir_kontrak', 'kontrak'],
  ['kontrak_pppk', 'kontrak'],
  ['satyalancana_karya_satya', 'satyalancana'],
  ['slks', 'satyalancana'],
]);

/** One lower-case word, its parts joined by `_`, so that `Kenaikan Pangkat` and `kenaikan-pangkat` are the same. */
const kind = (text: string): Cell<string> => {
  const word = text.toLowerCase().replace(/[\s_-]+/g, '_');
  return /^[a-z][a-z0-9_]{1,39}$/.test(word)
    ? { value: inFull.get(word) ?? word }
    : { reason: because('code') };
};

const columns = {
  nip: required(employeeId),
  kind: required(kind),
  date: required(day),
  note: optional(words(300), null),
};

type DateLine = Line<typeof columns>;
export type DateRecord = RecordOf<typeof columns>;

/** A person retires once; of anything else there may be several, each on its own day. */
const onceInLife = (kind: string): boolean => kind === 'pensiun';

const retirement = ({ values: { nip, kind: what } }: DateLine): string | undefined =>
  nip !== undefined && what !== undefined && onceInLife(what) ? JSON.stringify([nip, what]) : undefined;

const sameDay = ({ values: { nip, kind: what, date } }: DateLine): string | undefined =>
  nip === undefined || what === undefined || date === undefined || onceInLife(what)
    ? undefined
    : JSON.stringify([nip, what, date]);

/** Dates of people's careers, which they are reminded of; they come from the personnel file and promise nothing. Past ones are taken. */
export const readDates = (
  sheet: Sheet,
  { employees }: { employees: ReadonlySet<string> },
): Finding<DateRecord> => {
  const seen = readSheet(columns, sheet);
  return findingOf(columns, seen, [
    ...strangers(seen.lines, employees),
    ...oncePerKey(seen.lines, retirement, { column: 'kind', label: 'nip, kind' }),
    ...oncePerKey(seen.lines, sameDay, { column: 'date', label: 'nip, kind, date' }),
  ]);
};
