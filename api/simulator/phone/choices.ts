import type { Act } from '../read-act.ts';
import type { Shown, ShownRow } from './handset.ts';

/** Something that can be chosen under a message, and how. */
export type Offer = { label: string; act: Act };

/** A label that is too long for a row's title stands below it, whole. */
export const labelOfRow = ({ title, description }: ShownRow): string =>
  title.endsWith('…') && description !== undefined ? description : title;

const numbered = /^(\d{1,2})\. (.+)$/;

/** What a message offers: buttons, rows of its list, or numbered lines that are answered by their number. */
export const offersOf = ({ id, text, buttons, list }: Shown): Offer[] => [
  ...buttons.flat().flatMap((button) => {
    if (!('data' in button)) return [];
    const act: Act = { do: 'press', button: button.data, on: id };
    return [{ label: button.label, act }];
  }),
  ...(list?.rows ?? []).map(
    (row): Offer => ({
      label: labelOfRow(row),
      act: { do: 'press', button: row.id, on: id },
    }),
  ),
  ...text.split('\n').flatMap((line): Offer[] => {
    const [, number, label] = numbered.exec(line) ?? [];
    return number && label ? [{ label, act: { do: 'type', text: number } }] : [];
  }),
];
