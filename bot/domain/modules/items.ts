import type { Line } from './front-matter.ts';
import type { Note } from './module-faults.ts';

/** What a question and a scene are made of: words, choices, and what follows a word with a colon. */
export type Item =
  | { kind: 'words'; line: number; lines: Line[] }
  | { kind: 'choice'; line: number; box: 'right' | 'wrong' | 'none'; lines: Line[] }
  | { kind: 'field'; line: number; label: FieldLabel; lines: Line[] };

const fieldLabels = ['benar', 'salah', 'akibat', 'lanjut', 'nilai', 'bahas'] as const;
export type FieldLabel = (typeof fieldLabels)[number];

const labelIn = (word: string): FieldLabel | undefined =>
  fieldLabels.find((label) => label === word.toLowerCase());

const begun = ({ text, number }: Line): Item | undefined => {
  const [, box, choice] = /^\s*[-*•]\s+(?:\[(.?)\]\s*)?(.*)$/.exec(text) ?? [];
  if (choice !== undefined) {
    const mark = box === undefined ? 'none' : /x/i.test(box) ? 'right' : 'wrong';
    return { kind: 'choice', line: number, box: mark, lines: [{ text: choice, number }] };
  }
  const [, word = '', rest = ''] = /^\s*(\p{L}+)\s*:\s*(.*)$/u.exec(text) ?? [];
  const label = labelIn(word);
  return label && { kind: 'field', line: number, label, lines: [{ text: rest, number }] };
};

/** Reads the items in their order; a line that begins none goes on with the one before, up to an empty line. */
export const itemsOf = (lines: readonly Line[]): Item[] => {
  const items: Item[] = [];
  let open: Item | undefined;
  for (const line of lines) {
    const item = begun(line);
    const empty = line.text.trim() === '';
    if (item) {
      open = item;
      items.push(item);
    } else if (open?.kind === 'words') open.lines.push(line);
    else if (empty) open = undefined;
    else if (open) open.lines.push(line);
    else {
      open = { kind: 'words', line: line.number, lines: [line] };
      items.push(open);
    }
  }
  return items;
};

/** Each choice with what was said behind it. */
export const choicesIn = (items: readonly Item[]) =>
  items.flatMap((item, at) => {
    if (item.kind !== 'choice') return [];
    const rest = items.slice(at + 1);
    const end = rest.findIndex(({ kind }) => kind === 'choice');
    return [{ item, said: end < 0 ? rest : rest.slice(0, end) }];
  });

/** Notes words behind the first choice and labels that mean nothing here, which would be shown nowhere. */
export const judgeItems = (items: readonly Item[], labels: readonly FieldLabel[], note: Note): void => {
  const first = items.findIndex(({ kind }) => kind === 'choice');
  items.forEach((item, at) => {
    const lost =
      (item.kind === 'words' && first >= 0 && at > first) ||
      (item.kind === 'field' && !labels.includes(item.label));
    if (lost) note(item.line, 'outside');
  });
};
