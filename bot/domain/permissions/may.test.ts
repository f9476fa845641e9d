import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Role, roles } from '../roles.ts';
import { type Action, actions } from './action.ts';
import { may } from './may.ts';
import { cell, type Table } from './read-table.ts';
import { type Scope, scopes } from './scope.ts';
import { table } from './table.ts';
import { expected } from './testing/expected.ts';
import type { Verdict } from './verdict.ts';

const cells = roles.flatMap((role) =>
  actions.flatMap((action) => scopes.map((scope) => ({ role, action, scope }))),
);
type Cell = (typeof cells)[number];
type Decide = (who: Role, action: Action, on: Scope) => Verdict;

/** Every cell in which a decision is not what the regulation says. */
const differences = (decide: Decide, among: readonly Cell[] = cells) =>
  among.flatMap(({ role, action, scope }) => {
    const got = decide(role, action, scope);
    const want = expected(role, action, scope);
    return got === want ? [] : [`${role} ${action} ${scope}: ${got}, not ${want}`];
  });

describe('cell by cell, against a second writing of the rules', () => {
  test.each(roles)('what the %s may', (role) => {
    const own = cells.filter((one) => one.role === role);
    expect(own).toHaveLength(actions.length * scopes.length);
    expect(differences(may, own)).toEqual([]);
  });

  test('changing any one written cell is noticed', () => {
    expect(table.size).toBeGreaterThan(2000);
    for (const [key, verdict] of table) {
      const changed: Table = new Map(table).set(key, verdict === 'no' ? 'yes' : 'no');
      const decide: Decide = (who, action, on) => changed.get(cell(who, action, on)) ?? 'no';
      const [role, action, scope] = key.split(' ') as [Role, Action, Scope];
      expect(differences(decide, [{ role, action, scope }])).toHaveLength(1);
    }
  });
});

test('what nobody has written is refused', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (who, action, on) => {
      expect(may(who as Role, action as Action, on as Scope)).toBe('no');
    }),
  );
  for (const word of ['constructor', '__proto__', 'toString', ''])
    expect(may(word as Role, word as Action, word as Scope)).toBe('no');
});
