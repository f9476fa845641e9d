import { sameCertificate } from '../training/same-certificate.ts';
import { because, type Fault } from './fault.ts';
import type { KnownTrainings } from './personnel-rows.ts';

type Row = {
  row: number;
  texts: { readonly certificate_number?: string; readonly certificate_date?: string };
  values: {
    nip?: string;
    training_code?: string | null;
    title?: string | null;
    certificate_number?: string | null;
    certificate_date?: string;
  };
};

/** A certificate as far as it can be told from another: by any of its titles, the one printed and the one its training has here. */
export type Paper = { number: string | null; date: string; titles: readonly string[] };

export const isSamePaper = (one: Paper, other: Paper): boolean =>
  one.titles.some((title) =>
    other.titles.some((second) => sameCertificate({ ...one, title }, { ...other, title: second })),
  );

/** What a certificate may be called: as its row says, and as its training is called here. */
export const titlesOf = (
  { code, title }: { code?: string | null | undefined; title?: string | null | undefined },
  trainings: ReadonlyMap<string, { title: string }>,
): string[] => {
  const known = code ? trainings.get(code)?.title : undefined;
  return [title, known].filter((one) => typeof one === 'string');
};

/** Each certificate of a person once in a file, so that no hour counts twice: told at the number, or at the day where a row has none. */
export const certificatesOnce = (lines: readonly Row[], trainings: KnownTrainings): Fault[] => {
  const ofDay = new Map<string, (Paper & { row: number })[]>();
  return lines.flatMap(({ row, texts, values }) => {
    const {
      nip,
      training_code: code,
      title,
      certificate_number: number = null,
      certificate_date: date,
    } = values;
    if (nip === undefined || date === undefined) return [];
    const paper = { row, number, date, titles: titlesOf({ code, title }, trainings) };
    const day = JSON.stringify([nip, date]);
    const others = ofDay.get(day) ?? [];
    const first = others.find((other) => isSamePaper(other, paper));
    ofDay.set(day, [...others, paper]);
    if (!first) return [];
    const numbered = number !== null && first.number !== null;
    const column = numbered ? 'certificate_number' : 'certificate_date';
    const what = numbered ? 'certificate_number' : 'training_code / title';
    const reason = because('twice', { label: `nip, ${what}, certificate_date`, number: first.row });
    return [{ row, column, value: texts[column] ?? '', reason }];
  });
};
