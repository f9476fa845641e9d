import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCalendarDays } from '../local-date.ts';
import { positionGroups } from '../training/ip-asn-rules.ts';
import { trainingForms } from '../training/training-form.ts';
import { readCompletions } from './completions.ts';
import { readDates } from './dates.ts';
import { readEnrolments } from './enrolments.ts';
import type { Finding } from './finding.ts';
import type { Sheet } from './read-sheet.ts';
import { told } from './testing.ts';
import { readTrainings } from './trainings.ts';

const today = '2026-11-22';
const people = ['198507172010031997', '199012032019122998', '199301152024211996', 'THL-7'];
const employees = new Set(people);
const begins = '2026-02-01';
const trainings = new Map([
  ['ARS-1', { title: 'Tata Kelola Arsip', startsOn: begins }],
  ['ELE.2', { title: 'Etika Digital', startsOn: null }],
]);
const units = new Set(['dinkes', 'dpu']);

/** A row by its columns; an empty text is an empty cell. */
type Cells = Readonly<Record<string, string>>;
type Kind = {
  read: (sheet: Sheet) => Finding<unknown>;
  rows: fc.Arbitrary<readonly Cells[]>;
  /** Columns that a file may be without. */
  optional: readonly string[];
  /** Cells that make any good row a bad one, and what is said of them. */
  spoilt: readonly (readonly [column: string, text: string, code: string])[];
  /** The columns at which a row that comes again may be told. */
  again: readonly string[];
};

const dayOf = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((n) => addCalendarDays(from, n));
const sometimes = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), text);
const phrase = fc
  .array(fc.constantFrom('Arsip', 'pelayanan', '"dasar"', "d'Artha", '(II)', '& tata', '; lanjut'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '));
const person = fc.constantFrom(
  ...people,
  ...people.slice(0, 3).map((nip) => `'${nip.slice(0, 8)} ${nip.slice(8)}`),
);
const jp = fc
  .tuple(fc.integer({ min: 1, max: 1999 }), fc.constantFrom('', ',5', '.25', ' JP'))
  .map((x) => x.join(''));
const same = (nip = ''): string => nip.replace(/[' ]/g, '');

const training = fc
  .record({
    title: phrase,
    provider: phrase,
    form: fc.constantFrom(...trainingForms),
    jp,
    days: fc.tuple(...Array.from({ length: 4 }, () => dayOf(begins, 300))).map((all) => all.sort()),
    empty: fc.subarray(['register_by', 'starts_on', 'ends_on', 'complete_by']),
    url: sometimes(fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true })),
    place: sometimes(phrase),
    quota: sometimes(fc.integer({ min: 1, max: 100_000 }).map(String)),
    mandatory_for: fc.subarray([...units, ...positionGroups]).map((all) => all.join('|')),
    sponsor: sometimes(phrase),
    cost: sometimes(fc.integer({ min: 1, max: 2_000_000_000 }).map(String)),
  })
  .map(({ days: [register_by = '', starts_on = '', ends_on = '', complete_by = ''], empty, ...rest }) => ({
    ...rest,
    ...{ register_by, starts_on, ends_on, complete_by },
    ...Object.fromEntries(empty.map((column) => [column, ''])),
  }));

const kinds: { readonly [kind: string]: Kind } = {
  trainings: {
    read: (sheet) => readTrainings(sheet, { units }),
    rows: fc
      .array(training, { minLength: 1, maxLength: 6 })
      .map((all) => all.map((one, i) => ({ code: `T-${i}`, ...one }))),
    optional: [
      ...['starts_on', 'ends_on', 'register_by', 'complete_by', 'url', 'place', 'quota'],
      ...['mandatory_for', 'sponsor', 'cost'],
    ],
    spoilt: [
      ['code', '', 'missing'],
      ['code', 'T 1', 'code'],
      ['form', 'Diklat', 'choice'],
      ['jp', '0', 'between'],
      ['jp', '3000', 'between'],
      ['starts_on', '2026-02-30', 'date'],
      ['complete_by', 'besok', 'date'],
      ['url', 'javascript:alert(1)', 'link'],
      ['quota', '2,5', 'whole'],
      ['cost', '0', 'whole'],
      ['cost', '1000000,5', 'whole'],
      ['mandatory_for', 'dinkes|nowhere', 'mandatory'],
    ],
    again: ['code'],
  },
  enrolments: {
    read: (sheet) => readEnrolments(sheet, { employees, trainings }),
    rows: fc.uniqueArray(
      fc.record({
        nip: person,
        training_code: fc.constantFrom(...trainings.keys()),
        complete_by: sometimes(dayOf(begins, 300)),
      }),
      { minLength: 1, maxLength: 6, selector: (one) => `${same(one.nip)} ${one.training_code}` },
    ),
    optional: ['complete_by'],
    spoilt: [
      ['nip', '', 'missing'],
      ['nip', '198001012005011001', 'employee'],
      ['nip', '1.98507172010032e+17', 'nip-rounded'],
      ['training_code', 'ARS-9', 'training'],
      ['complete_by', '31-12-2026', 'date'],
    ],
    again: ['training_code'],
  },
  completions: {
    read: (sheet) => readCompletions(sheet, { employees, trainings, today }),
    rows: fc
      .uniqueArray(
        fc.record({
          nip: person,
          training_code: sometimes(fc.constantFrom(...trainings.keys())),
          jp,
          certificate_number: sometimes(fc.constantFrom('-', '800/{}/BKPSDM')),
          certificate_date: dayOf(begins, 200),
        }),
        { minLength: 1, maxLength: 6, selector: (one) => `${same(one.nip)} ${one.certificate_date}` },
      )
      .map((all) =>
        all.map((one, i) => ({
          ...one,
          title: one.training_code === '' ? `Seminar ${i}` : '',
          certificate_number: one.certificate_number.replace('{}', String(i)),
        })),
      ),
    optional: ['certificate_number'],
    spoilt: [
      ['nip', '198001012005011001', 'employee'],
      ['training_code', 'ARS-9', 'training'],
      ['jp', '-1', 'between'],
      ['certificate_number', '9'.repeat(81), 'long'],
      ['certificate_date', '', 'missing'],
      ['certificate_date', '2026-11-31', 'date'],
      ['certificate_date', '2026-11-23', 'future'],
      ['certificate_date', '1900-01-01', 'old-date'],
    ],
    again: ['certificate_number', 'certificate_date'],
  },
  dates: {
    read: (sheet) => readDates(sheet, { employees }),
    rows: fc.uniqueArray(
      fc.record({
        nip: person,
        kind: fc.constantFrom('kgb', 'KGB', 'Kenaikan Pangkat', 'pensiun', 'kontrak', 'sumpah jabatan'),
        date: dayOf(begins, 5000),
        note: sometimes(phrase),
      }),
      { minLength: 1, maxLength: 6, selector: (one) => `${same(one.nip)} ${one.kind.toLowerCase()}` },
    ),
    optional: ['note'],
    spoilt: [
      ['nip', '', 'missing'],
      ['nip', '198001012005011001', 'employee'],
      ['kind', '12', 'code'],
      ['date', '2026-02-29', 'date'],
    ],
    again: ['kind', 'date'],
  },
};

/** How a file is laid out: which columns it is without, their order, and where rows are empty. */
const layout = ({ optional }: Kind) =>
  fc.record({
    without: fc.subarray([...optional]),
    order: fc.integer(),
    empty: fc.array(fc.boolean(), { maxLength: 8 }),
  });
type Layout = { without: readonly string[]; order: number; empty: readonly boolean[] };

/** The sheet, and at which row of it each of the rows stands. */
const laidOut = (rows: readonly Cells[], { without, order, empty }: Layout) => {
  const names = Object.keys(rows[0] ?? {}).filter((name) => !without.includes(name));
  const turn = Math.abs(order) % names.length;
  const head = [...names.slice(turn), ...names.slice(0, turn)];
  const sheet: string[][] = [head];
  const at = rows.map((row, i) => {
    if (empty[i]) sheet.push(['', ' ']);
    return sheet.push(head.map((name) => row[name] ?? ''));
  });
  return { sheet, at };
};

describe.each(Object.entries(kinds))('a file of %s', (_, kind) => {
  test('without a fault has none, in any layout, and loses no row', () => {
    fc.assert(
      fc.property(kind.rows, layout(kind), (rows, how) => {
        const found = kind.read(laidOut(rows, how).sheet);
        expect(told(found)).toEqual([]);
        expect(found).toMatchObject({ notices: [], unknown: [] });
        expect(found.records).toHaveLength(rows.length);
      }),
    );
  });

  test('has a bad cell named by its row, column, text and reason, and is not taken', () => {
    fc.assert(
      fc.property(
        kind.rows,
        layout(kind),
        fc.nat(),
        fc.constantFrom(...kind.spoilt),
        (rows, how, n, spoilt) => {
          const [column, text, code] = spoilt;
          const which = n % rows.length;
          const bad = rows.map((row, i) => (i === which ? { ...row, [column]: text } : row));
          const without = how.without.filter((name) => name !== column);
          const { sheet, at } = laidOut(bad, { ...how, without });
          const found = kind.read(sheet);
          expect(told(found)).toEqual([`${at[which]} ${column} ${code}`]);
          expect(found.faults[0]?.value).toBe(text);
          expect(found.records).toEqual([]);
        },
      ),
    );
  });

  test('has a row that comes again told by the first', () => {
    fc.assert(
      fc.property(kind.rows, layout(kind), fc.nat(), (rows, how, n) => {
        const which = n % rows.length;
        const { sheet, at } = laidOut([...rows, rows[which] ?? {}], how);
        const { faults } = kind.read(sheet);
        expect(faults).toMatchObject([
          { row: at.at(-1), reason: { key: 'import.fault.twice', with: { number: at[which] } } },
        ]);
        expect(kind.again).toContain(faults[0]?.column);
      }),
    );
  });
});
