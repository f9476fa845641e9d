import { readFileSync } from 'node:fs';

/**
 * Rows of one of our own CSV files in `data/`, as text by column. They hold no quotes and no commas within a cell; a
 * header or a row of another shape throws, since then the file was damaged. Node only: a Worker has no such files.
 */
export function readRows<Column extends string>(
  file: string,
  header: readonly Column[],
): Record<Column, string>[] {
  const text = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8');
  const [first, ...lines] = text.trim().split(/\r?\n/);
  if (first !== header.join()) throw new Error(`${file} should begin with ${header.join()}`);
  return lines.map((line, at) => {
    const cells = line.split(',');
    if (cells.length !== header.length || line.includes('"')) {
      throw new Error(`${file}, row ${at + 2}: not ${header.length} plain cells`);
    }
    return Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])) as Record<Column, string>;
  });
}
