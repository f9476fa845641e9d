import type { Dump } from './vote-attack-evidence.ts';
import { type Needle, spellingsOf } from './vote-attack-needles.ts';
import { type Cast, pollNames } from './vote-attack-poll.ts';

/** Names and numbers of candidates, as texts and as the database writes numbers. */
export const candidateNeedles = (dump: Dump): Needle[] => {
  const ids = (dump.get('award_nominee') ?? []).map((row) => row.get('id') ?? '');
  const written = ids.map((id) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(id));
    return { what: `candidate ${id}`, bytes };
  });
  return [...[...pollNames, ...ids].flatMap((text) => spellingsOf(text, text)), ...written];
};

/** Sealed buttons and receipts, which lawfully stand nowhere. */
export const secretNeedles = (cast: ReadonlyMap<string, Cast>): Needle[] =>
  [...cast.values()].flatMap(({ sealed, receipt }) => [
    ...spellingsOf(sealed, sealed),
    { what: sealed, bytes: Buffer.from(sealed, 'base64url') },
    { what: sealed, bytes: Buffer.from(Buffer.from(sealed, 'base64url').toString('hex')) },
    ...spellingsOf(receipt, receipt),
    ...spellingsOf(receipt, receipt.replaceAll('-', '')),
  ]);

/** Where candidates lawfully stand. */
const lawful: Readonly<Record<string, readonly string[]>> = {
  employee: ['name'],
  award_nominee: ['id', 'paper_name'],
  award_cycle: ['bulletin'],
};

/** All but those places. */
export const withoutLawful = (dump: Dump): Dump =>
  new Map(
    [...dump].map(([table, rows]) => [
      table,
      rows.map((row) => new Map([...row].filter(([column]) => !lawful[table]?.includes(column)))),
    ]),
  );

/** A number and the name behind it, one byte between them, lie within so many bytes. */
const near = 32;

/**
 * Where names of candidates stand in a write-ahead log otherwise than behind the employee's own number: a page of employees is
 * logged whole when it is first touched after a checkpoint, and a vote locks its voter's row there.
 */
export const strayNames = (log: Buffer, dump: Dump): string[] =>
  (dump.get('employee') ?? []).flatMap((row) => {
    const [name, nip] = [row.get('name') ?? '', row.get('nip') ?? ''];
    if (!pollNames.includes(name)) return [];
    const stray: string[] = [];
    for (let at = log.indexOf(name); at >= 0; at = log.indexOf(name, at + 1))
      if (!log.subarray(at - near, at).includes(nip)) stray.push(`${name} at ${at}`);
    return stray;
  });
