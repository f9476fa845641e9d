import { type Role, roles } from '../roles.ts';
import type { Action } from './action.ts';
import type { Scope } from './scope.ts';
import { type Condition, conditions, type Verdict } from './verdict.ts';

/** A sheet of the table, and the two scopes that the two signs of its cells speak of. */
export type Sheet = { sheet: string; actions: readonly Action[]; own: Scope; other: Scope };

/** Every cell that was written; what is not in it is refused. */
export type Table = ReadonlyMap<string, Verdict>;

export const cell = (role: Role, action: Action, scope: Scope): string => `${role} ${action} ${scope}`;

/**
 * Reads the sheets as they are printed in `table.ts`. Throws an Error that names the row when a sheet is not whole: a
 * column missing, an action unknown or written twice, a sign or condition that means nothing.
 */
export function readTable(sheets: readonly Sheet[]): Table {
  const table = new Map<string, Verdict>();
  for (const { sheet, actions, own, other } of sheets) {
    const [head = '', ...rows] = sheet.trim().split('\n');
    const columns = readHead(head);
    for (const row of rows) {
      const [name, ...rest] = words(row);
      const action = actions.find((known) => known === name);
      if (!action) throw new Error(`not an action of this sheet: ${row.trim()}`);
      const condition = readCondition(row, rest.slice(columns.length));
      columns.forEach((role, i) => {
        const [mine, anothers] = readCell(row, rest[i] ?? '', condition);
        for (const [scope, verdict] of [[own, mine] as const, [other, anothers] as const]) {
          if (table.has(cell(role, action, scope))) throw new Error(`written twice: ${row.trim()}`);
          table.set(cell(role, action, scope), verdict);
        }
      });
    }
  }
  return table;
}

const words = (row: string): string[] => row.trim().split(/\s+/);

/** Columns may be shortened as long as they tell the roles apart; every role has exactly one. */
function readHead(head: string): Role[] {
  const columns = words(head).flatMap((word) => roles.filter((role) => role.startsWith(word)));
  if (columns.length !== roles.length || new Set(columns).size !== roles.length)
    throw new Error(`not one column for every role: ${head.trim()}`);
  return columns;
}

function readCondition(row: string, rest: readonly string[]): Condition | undefined {
  const condition = conditions.find((known) => known === rest[0]);
  if (rest.length > 1 || (rest.length === 1 && !condition)) throw new Error(`not a condition: ${row.trim()}`);
  return condition;
}

function readCell(row: string, signs: string, condition: Condition | undefined): [Verdict, Verdict] {
  const meaning: { [sign: string]: Verdict | undefined } = { '+': 'yes', '.': 'no', o: condition };
  const mine = meaning[signs.charAt(0)];
  const anothers = meaning[signs.charAt(1)];
  if (signs.length !== 2 || !mine || !anothers) throw new Error(`"${signs}" means nothing in: ${row.trim()}`);
  return [mine, anothers];
}
