/**
 * A backup as lines of JSON, packed by gzip: a header; for each table a line that names it and its columns, and each of its rows
 * as a list of its values, as PostgreSQL writes them; at the end how many rows there were and where the numbers stand. What
 * is sealed in the database is sealed here.
 */
export type Header = {
  pendopo: 'backup';
  format: 1;
  /** When the database looked like this (ISO 8601). */
  at: string;
  /** The schema's steps, by their hashes. */
  migrations: readonly string[];
  /** A keyed hash that only the same `APP_KEY` gives. */
  key: string;
};

export type TableHead = { table: string; columns: readonly string[] };

/** Rows by table, and each sequence with the last number it gave. */
export type Footer = { rows: { [table: string]: number }; numbers: { [sequence: string]: string } };

const newline = 0x0a;

/** A row is a list, and all else an object. */
export const isRow = (line: Buffer): boolean => line[0] === '['.charCodeAt(0);

export const lineOf = (part: Header | TableHead | Footer): Buffer => Buffer.from(`${JSON.stringify(part)}\n`);

/** Why a backup is not restored. Nothing was changed. */
export class BackupRefused extends Error {
  readonly why:
    | 'not-a-backup'
    | 'damaged'
    | 'cut-off'
    | 'other-key'
    | 'other-schema'
    | 'not-empty'
    | 'in-use';
  constructor(why: BackupRefused['why']) {
    super(`the backup is not restored: ${why}`);
    this.name = 'BackupRefused';
    this.why = why;
  }
}

/** The lines of a stream, without their ends; what stands behind the last end is a line too where it is not empty. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of stream) {
    const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk);
    let from = 0;
    for (let at = all.indexOf(newline); at >= 0; at = all.indexOf(newline, from)) {
      yield all.subarray(from, at);
      from = at + 1;
    }
    rest = all.subarray(from);
  }
  if (rest.length > 0) yield rest;
}
