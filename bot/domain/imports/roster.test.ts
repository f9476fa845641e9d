import { describe, expect, test } from 'vitest';
import { readRoster } from './roster.ts';
import { sheet, told } from './testing.ts';

const employees = new Set(['198507172010031997', 'pam-1']);
const roster = (text: string) => readRoster(sheet(`nip|from|until|opens|closes\n${text}`), { employees });

describe('a roster', () => {
  test('is read, hours as they are printed, with a point or a colon', () => {
    expect(
      roster('19850717 201003 1 997|2026-12-05|2026-12-06|7:30|13.00\npam-1|2026-12-05|2026-12-05||'),
    ).toEqual({
      records: [
        {
          nip: '198507172010031997',
          from: '2026-12-05',
          until: '2026-12-06',
          opens: '07.30',
          closes: '13.00',
        },
        { nip: 'pam-1', from: '2026-12-05', until: '2026-12-05', opens: null, closes: null },
      ],
      faults: [],
      notices: [],
      unknown: [],
    });
  });

  test.each([
    ['198507172010031996|2026-12-05|2026-12-05||', '2 nip employee'],
    ['pam-1|5/12/2026|2026-12-05||', '2 from date'],
    ['pam-1|2026-12-05|2026-12-04||', '2 until before'],
    ['pam-1|2026-12-05|2026-12-05|07.30|', '2 opens alone'],
    ['pam-1|2026-12-05|2026-12-05||16.00', '2 closes alone'],
    ['pam-1|2026-12-05|2026-12-05|16.00|07.30', '2 closes before'],
    ['pam-1|2026-12-05|2026-12-05|25.00|26.00', '2 opens time', '2 closes time'],
    ['pam-1|2026-12-05|2026-12-05|pagi|16.00', '2 opens time'],
    ['pam-1|2026-12-05|2026-12-05||\npam-1|2026-12-05|2026-12-09||', '3 from twice'],
  ])('%j', (text, ...faults) => {
    expect(told(roster(text))).toEqual(faults);
  });

  test('may let a person begin on another day, and two people on one day', () => {
    expect(
      told(
        roster(
          'pam-1|2026-12-05|2026-12-05||\npam-1|2026-12-06|2026-12-06||\n198507172010031997|2026-12-05|2026-12-05||',
        ),
      ),
    ).toEqual([]);
  });
});
