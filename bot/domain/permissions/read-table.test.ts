import { describe, expect, test } from 'vitest';
import { actions } from './action.ts';
import { readTable } from './read-table.ts';
import { biasa, house, sensitive, tertutup } from './table.ts';

describe('a sheet that is not whole is refused', () => {
  const read = (sheet: string) => readTable([{ sheet, actions, own: 'own', other: 'other' }]);
  const faults: [what: string, sheet: string, told: RegExp][] = [
    ['a role has no column', biasa.replace(' hr ', '    '), /not one column/],
    ['a role has two columns', house.replace(' hr ', ' leader '), /not one column/],
    ['an action is misspelt', sensitive.replace('see-text', 'see-txet'), /not an action.*see-txet/],
    ['an action stands twice', tertutup.replace('forward', 'verify'), /written twice: verify/],
    ['a cell is missing', house.replace('++', ''), /means nothing/],
    ['a sign means nothing', biasa.replace('++', '+?'), /"\+\?" means nothing/],
    ['a condition is missing', biasa.replace('rounded', ''), /"\+o" means nothing in: see-place/],
    ['a condition is unknown', biasa.replace('rounded', 'round'), /not a condition: see-place/],
  ];
  test.each(faults)('because %s', (_, sheet, told) => {
    expect(() => read(sheet)).toThrow(told);
  });
});
