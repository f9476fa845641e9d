import type { LocalDate } from '../local-date.ts';
import { elements } from '../skm/elements.ts';
import type { QuestionOrder } from '../skm/question-order.ts';
import { code, day, words } from './cells.ts';
import { optional, type RecordOf, required } from './column.ts';
import { because, type Fault } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { type Line, readSheet, type Sheet } from './read-sheet.ts';
import { age, answer, education, sex, work } from './skm-cells.ts';
import { keyedSheet } from './skm-order.ts';

const element = optional(answer, null);

const columns = {
  unit_code: required(code),
  service_code: optional(code, null),
  date: required(day),
  sex: optional(sex, null),
  age: optional(age, null),
  education: optional(education, null),
  work: optional(work, null),
  persyaratan: element,
  prosedur: element,
  waktu: element,
  biaya: element,
  produk: element,
  kompetensi: element,
  perilaku: element,
  pengaduan: element,
  sarana: element,
  comment: optional(words(1000), null),
  form: optional(words(40), null),
};

type PaperLine = Line<typeof columns>;

/** A paper form; `sameAs` says which one it is: its cells as typed, and how many like it stand above in the file. */
export type PaperRecord = RecordOf<typeof columns> & { sameAs: readonly string[] };

/** What a file of paper forms is read against. `services` gives the office of each. */
export type PaperFacts = {
  units: ReadonlySet<string>;
  services: ReadonlyMap<string, string>;
  today: LocalDate;
  order: QuestionOrder | undefined;
};

const oldestYears = 10;

const yearsBefore = (today: LocalDate): LocalDate =>
  `${String(Number(today.slice(0, 4)) - oldestYears).padStart(4, '0')}${today.slice(4)}`;

/** What a line says that its cells alone cannot tell. */
const lineFaults = ({ row, texts, values }: PaperLine, { units, services, today }: PaperFacts): Fault[] => {
  const { unit_code: unit, service_code: service, date } = values;
  const told = (column: keyof typeof columns, reason: Fault['reason']): Fault[] => [
    { row, column, value: texts[column] ?? '', reason },
  ];
  const owner = service ? services.get(service) : undefined;
  const blank = elements.every((key) => ['', '-'].includes(texts[key] ?? ''));
  return [
    ...(unit === undefined || units.has(unit) ? [] : told('unit_code', because('unit'))),
    ...(service && !owner ? told('service_code', because('service')) : []),
    ...(owner && unit !== undefined && units.has(unit) && owner !== unit
      ? told('service_code', because('service-unit', { text: owner }))
      : []),
    ...(date !== undefined && date > today ? told('date', because('future')) : []),
    ...(date !== undefined && date < yearsBefore(today)
      ? told('date', because('old-date', { count: oldestYears }))
      : []),
    ...(blank ? [{ row, column: null, value: '', reason: because('no-answer') }] : []),
  ];
};

/** Which form each line is; the second of two that are alike in everything is another one. */
const identities = (lines: readonly PaperLine[]): (readonly string[])[] => {
  const times = new Map<string, number>();
  return lines.map(({ texts }) => {
    const cells = Object.keys(columns).map((name) => {
      const text = (texts[name as keyof typeof columns] ?? '').toLowerCase();
      return text === '-' ? '' : text;
    });
    const key = JSON.stringify(cells);
    const nth = (times.get(key) ?? 0) + 1;
    times.set(key, nth);
    return [...cells, String(nth)];
  });
};

/** Faults under the titles that the file has. */
const asTitled =
  (titles: ReadonlyMap<string, string>) =>
  (fault: Fault): Fault => {
    const title = fault.column === null ? undefined : titles.get(fault.column);
    if (title === undefined) return fault;
    const { key, with: blanks } = fault.reason;
    const reason = blanks?.label === undefined ? fault.reason : { key, with: { ...blanks, label: title } };
    return { ...fault, column: title, reason };
  };

/** Elements that the file has no column for: taken as left blank by everybody, which a person should know. */
const absent = ({ lines: [first] }: { lines: readonly PaperLine[] }, row: number): Fault[] =>
  elements
    .filter((key) => first && first.texts[key] === undefined)
    .map((key) => ({ row, column: key, value: '', reason: because('element-column') }));

/** Forms of the survey that were filled in on paper, told apart so that a file that comes twice counts once. */
export const readPapers = (sheet: Sheet, facts: PaperFacts): Finding<PaperRecord> => {
  const keyed = keyedSheet(sheet, facts.order);
  if ('fault' in keyed) return { records: [], faults: [keyed.fault], notices: [], unknown: [] };
  const seen = readSheet(columns, keyed.sheet);
  const head = keyed.sheet.findIndex((cells) => cells.some((cell) => cell.trim() !== '')) + 1;
  const found = findingOf(
    columns,
    seen,
    seen.lines.flatMap((line) => lineFaults(line, facts)),
    absent(seen, head),
  );
  const keys = identities(seen.lines);
  const titled = asTitled(keyed.titles);
  return {
    ...found,
    records: found.records.map((record, at) => ({ ...record, sameAs: keys[at] ?? [] })),
    faults: found.faults.map(titled),
    notices: found.notices.map(titled),
  };
};
