import type { Choice } from './reply.ts';
import { labelOf, type Tongue } from './tongue.ts';

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const numberWords = new Map(
  ['satu siji ciek one', 'dua kalih duo two', 'tiga tigo tiga three', 'empat sekawan ampek four'].flatMap(
    (words, i) => words.split(' ').map((word) => [word, i + 1] as const),
  ),
);

const numberIn = (typed: string): number | undefined => {
  const bare = typed.replace(/^(no|nomor|nomer|nomo|number)\s+/, '');
  return /^\d{1,2}$/.test(bare) ? Number(bare) : numberWords.get(bare);
};

/** Whether two words differ by at most one letter added, dropped or changed. */
const nearlyEqual = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
};

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

/**
 * The choice a person typed: its number in the list as shown, its label as it stands in full or in a list, an unambiguous beginning of it, or the label
 * with one slip of the finger. Nothing ambiguous is guessed.
 */
export const matchChoice = (
  typed: string,
  choices: readonly Choice[],
  tongue: Tongue,
): Choice | undefined => {
  const wanted = plain(typed);
  if (!wanted) return undefined;
  const labelled = choices.map((choice) => ({ choice, label: plain(labelOf(tongue, choice)) }));
  const exact = only(labelled.filter(({ label }) => label === wanted))?.choice;
  const short = () =>
    only(choices.filter((choice) => choice.short && plain(tongue.text(choice.short)) === wanted));
  const named = exact ?? short();
  if (named) return named;
  const number = numberIn(wanted);
  if (number !== undefined) return choices[number - 1];
  const begins =
    wanted.length < 3 ? undefined : only(labelled.filter(({ label }) => label.startsWith(wanted)));
  if (begins) return begins.choice;
  return wanted.length < 4
    ? undefined
    : only(labelled.filter(({ label }) => nearlyEqual(label, wanted)))?.choice;
};

/** Whether what was typed begins several labels: then it was meant as a choice, only not clearly enough. */
export const beginsSeveral = (typed: string, choices: readonly Choice[], tongue: Tongue): boolean => {
  const wanted = plain(typed);
  if (wanted.length < 3) return false;
  return choices.filter((choice) => plain(labelOf(tongue, choice)).startsWith(wanted)).length > 1;
};
