import type { LocalDate } from './local-date.ts';

/** What a template may leave open: a day, the place of the report, the office's own name, its number, why not. */
export const templateBlanks = ['tanggal', 'tempat', 'nama_dinas', 'tiket', 'alasan'] as const;
export type TemplateBlank = (typeof templateBlanks)[number];

const known: ReadonlySet<string> = new Set(templateBlanks.map((name) => `{${name}}`));

/** Blanks of a sentence that nobody will fill, braces that do not close among them. */
export const unknownBlanks = (words: string): string[] =>
  (words.match(/\{[^{}]*\}?|\}/g) ?? []).filter((blank) => !known.has(blank));

/** Which blanks a sentence has, each once, in the order of the list above. */
export const blanksIn = (words: string): TemplateBlank[] =>
  templateBlanks.filter((name) => words.includes(`{${name}}`));

/** A sentence with its blanks filled; those without a value stay as they are. */
export const fillBlanks = (
  words: string,
  values: { [blank in TemplateBlank]?: string | undefined },
): string =>
  words.replace(
    /\{(\w+)\}/g,
    (blank, name: TemplateBlank) => (known.has(blank) ? values[name] : undefined) ?? blank,
  );

const format = new Intl.DateTimeFormat('id-ID', {
  weekday: 'long',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A day as templates say it, which are Indonesian whatever language their officer reads: *Rabu, 25 Nov*. */
export const dayInTemplate = (date: LocalDate): string => format.format(new Date(`${date}T00:00:00Z`));

/** A sentence with blanks in braces, for answers of one shape. */
export type AnswerTemplate = {
  key: string;
  label: string;
  shape: 'done' | 'planned' | 'cannot';
  words: string;
};
