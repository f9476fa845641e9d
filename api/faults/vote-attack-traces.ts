import type { Dump, TextRow } from './vote-attack-evidence.ts';

/** What stands near voters in one column: the text of each, by the number of the employee. */
export type Trace = { by: string; values: ReadonlyMap<string, string> };

/** A voter's numbers, by which rows name them; `xmin`: the transaction of the mark that they voted. */
export type Voter = { employee: string; nip: string; contacts: readonly string[]; xmin: string };

/** Everybody who voted, from the tables. */
export const votersOf = (dump: Dump): Voter[] => {
  const rows = (table: string) => dump.get(table) ?? [];
  const links = Map.groupBy(rows('staff_link'), (row) => row.get('employee_id'));
  const nips = new Map(rows('employee').map((row) => [row.get('id'), row.get('nip') ?? '']));
  return rows('award_participation').map((row) => {
    const employee = row.get('employee_id') ?? '';
    const contacts = (links.get(employee) ?? []).map((link) => link.get('contact_id') ?? '');
    return { employee, nip: nips.get(employee) ?? '', contacts, xmin: row.get('$xmin') ?? '' };
  });
};

/** By which columns a row names somebody, and under which of a voter's numbers. */
const namings = (table: string): [column: string, numbers: (voter: Voter) => readonly string[]][] => [
  ['employee_id', ({ employee }) => [employee]],
  ['by_id', ({ employee }) => [employee]],
  ['nip', ({ nip }) => [nip]],
  ['contact_id', ({ contacts }) => contacts],
  ['$xmin', ({ xmin }) => [xmin]],
  ...(table === 'contact' ? [['id', ({ contacts }: Voter) => contacts] as const] : []).map(
    ([column, numbers]): [string, (voter: Voter) => readonly string[]] => [column, numbers],
  ),
];

/** Every column of every row that names a voter or was written with the mark that they voted; several of one voter stand in one text. */
export const tracesOf = (name: string, dump: Dump, voters: readonly Voter[]): Trace[] => {
  const traces: Trace[] = [];
  for (const [table, rows] of dump)
    for (const [column, numbers] of namings(table)) {
      const named = Map.groupBy(rows, (row) => row.get(column));
      const own = new Map(
        voters.map((voter): [string, readonly TextRow[]] => [
          voter.employee,
          numbers(voter).flatMap((number) => named.get(number) ?? []),
        ]),
      );
      const columns = new Set([...own.values()].flatMap((some) => some.flatMap((row) => [...row.keys()])));
      for (const of of columns) {
        const values = new Map(
          [...own].flatMap(([voter, some]) => {
            const texts = some.flatMap((row) => row.get(of) ?? []);
            return texts.length > 0 ? [[voter, texts.join('|')] as const] : [];
          }),
        );
        if (new Set(values.values()).size > 1)
          traces.push({ by: `${name} ${table}.${of} by ${column}`, values });
      }
    }
  return traces;
};
