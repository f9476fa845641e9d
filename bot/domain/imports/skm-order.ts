import { type ElementKey, elements, isElement } from '../skm/elements.ts';
import { inOrder, type QuestionOrder } from '../skm/question-order.ts';
import { because, type Fault } from './fault.ts';
import type { Sheet } from './read-sheet.ts';

/** A sheet whose answers stand under the elements' keys; `titles` says what the file itself calls such a column. */
export type Keyed = { sheet: Sheet; titles: ReadonlyMap<ElementKey, string> };

const titleOf = (cell: string): string => cell.trim().toLowerCase();

/** `u8` or `8`: the number of a question, of which only the person who made the file knows the element. */
const numberOf = (title: string): number | undefined => {
  const [, digit] = /^u?([1-9])$/.exec(title) ?? [];
  return digit === undefined ? undefined : Number(digit);
};

/**
 * Puts the elements' keys over numbered columns. Offices number complaints 8 and facilities 9, or the other way round, so
 * a numbered file is taken only with its order, and a file that names its columns only without one.
 */
export const keyedSheet = (sheet: Sheet, order: QuestionOrder | undefined): Keyed | { fault: Fault } => {
  const at = Math.max(
    sheet.findIndex((cells) => cells.some((cell) => cell.trim() !== '')),
    0,
  );
  const head = sheet[at] ?? [];
  const titles = head.map(titleOf);
  const numbers = titles.map(numberOf);
  const found = new Set(numbers.filter((number) => number !== undefined));
  const named = titles.filter(isElement);
  const refused = (code: Parameters<typeof because>[0], those: readonly string[]) => ({
    fault: { row: at + 1, column: null, value: those.join(', '), reason: because(code) },
  });
  const numbered = head.map((cell) => cell.trim()).filter((_, i) => numbers[i] !== undefined);
  if (found.size > 0 && named.length > 0) return refused('order-mixed', [...numbered, ...named]);
  if (found.size === 0 && named.length === 0) return refused('no-elements', titles.filter(Boolean));
  if (found.size === 0) return order ? refused('order-named', named) : { sheet, titles: new Map() };
  if (!order) return refused('order-missing', numbered);
  if (found.size < elements.length) return refused('not-nine', numbered);
  const keys = inOrder(order);
  const keyOf = (i: number): ElementKey | undefined => keys[(numbers[i] ?? 0) - 1];
  return {
    sheet: sheet.with(
      at,
      head.map((cell, i) => keyOf(i) ?? cell),
    ),
    titles: new Map(
      head.flatMap((cell, i) => {
        const key = keyOf(i);
        return key ? [[key, cell.trim()] as const] : [];
      }),
    ),
  };
};
