import type { Note } from './module-faults.ts';

/** A line of a file, as an editor numbers it. */
export type Line = { text: string; number: number };

/** What stands between the two `---`: each name with its text, and the lines behind. */
export type FrontMatter = {
  entries: ReadonlyMap<string, Line>;
  /** Where something that is missing would have stood. */
  end: number;
  body: readonly Line[];
};

/** Lines of a file, whatever ends them; a byte order mark is none of the first. */
export const linesOf = (file: string): Line[] =>
  file
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((text, at) => ({ text: text.replace(/\s+$/, ''), number: at + 1 }));

const unquoted = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

/**
 * Reads `name: text` lines, nothing else of YAML: a library would turn `no` into false and a date into an instant, and
 * say what it did not understand in its own words, without ours.
 */
export const readFrontMatter = (
  lines: readonly Line[],
  known: readonly string[],
  note: Note,
): FrontMatter => {
  const start = lines.findIndex(({ text }) => text !== '');
  if (lines[start]?.text !== '---') {
    note(lines[start]?.number ?? 1, 'head-open');
    return { entries: new Map(), end: 1, body: lines };
  }
  const close = lines.findIndex(({ text }, at) => at > start && (text === '---' || text.startsWith('#')));
  const closed = lines[close]?.text === '---';
  if (!closed) note(lines[start].number, 'head-close');
  const last = close < 0 ? lines.length : close;
  const entries = new Map<string, Line>();
  for (const { text, number } of lines.slice(start + 1, last)) {
    if (text === '') continue;
    const [, name = '', rest = ''] = /^\s*([\p{L}_ ]+?)\s*:\s*(.*)$/u.exec(text) ?? [];
    const label = name.toLowerCase();
    const before = entries.get(label);
    if (label === '') note(number, 'head-line');
    else if (!known.includes(label)) note(number, 'head-unknown', { label: name, text: known.join(', ') });
    else if (before) note(number, 'twice', { label, number: before.number });
    else entries.set(label, { text: unquoted(rest.trim()), number });
  }
  return {
    entries,
    end: lines[closed ? close : start]?.number ?? 1,
    body: lines.slice(closed ? close + 1 : last),
  };
};
