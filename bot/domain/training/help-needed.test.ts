import { describe, expect, test } from 'vitest';
import type { Item } from '../reminding/item.ts';
import { behindSince, longestFirst, needsOf, openItems } from './help-needed.ts';
import { usualTraining } from './training-rules.ts';

const today = '2026-11-18';

const item = (kind: Item['kind'], due: string, more: Partial<Item> = {}): Item => ({
  key: `${kind}:PP-01:${due}`,
  kind,
  due,
  since: '2026-01-05',
  done: false,
  reason: { about: 'Pelayanan Prima', source: 'mandatory', asker: 'BKPSDM' },
  ...more,
});

const standing = (verified: number) => ({ verified, year: 2026, duty: { is: 'target', jp: 2000 } }) as const;

const needs = (items: readonly Item[], verified = 1500) =>
  needsOf(items, standing(verified), usualTraining.pace, today);

describe('what a head of unit is shown of somebody', () => {
  test('is what is late first, the longest before, and then what is due within two weeks', () => {
    const items = [
      item('complete', '2026-12-02'),
      item('certificate', '2026-11-10'),
      item('complete', '2026-10-01'),
      item('complete', '2026-12-03'),
    ];
    expect(needs(items).map(({ is, on }) => [is, on])).toEqual([
      ['late', '2026-10-01'],
      ['late', '2026-11-10'],
      ['soon', '2026-12-02'],
    ]);
  });

  test('counts hours as behind from the first day of the year by which they were missing', () => {
    expect(needs([item('jp_pace', '2026-12-31')], 600)).toMatchObject([{ is: 'behind', on: '2026-06-30' }]);
    expect(behindSince(standing(1500), usualTraining.pace, today)).toBeUndefined();
    expect(
      behindSince({ ...standing(0), duty: { is: 'ceiling', jp: 2400 } }, usualTraining.pace, today),
    ).toBe(undefined);
  });

  test('is nothing that is done, no registration that is over, and no date of a career', () => {
    const items = [
      item('complete', '2026-11-10', { done: true }),
      item('register', '2026-11-10'),
      item('date', '2026-11-20'),
    ];
    expect(openItems(items, today)).toEqual([]);
    expect(needs(items)).toEqual([]);
  });
});

test('a list names who waits longest for a hand first, by name among equals, and nobody who needs none', () => {
  const late = needs([item('complete', '2026-11-10')]);
  const later = needs([item('complete', '2026-11-12')]);
  const soon = needs([item('complete', '2026-11-20')]);
  const people = [
    { name: 'Tono', needs: soon },
    { name: 'Sri', needs: later },
    { name: 'Rina', needs: late },
    { name: 'Budi', needs: late },
    { name: 'Wati', needs: [] },
  ];
  expect(longestFirst(people).map(({ name }) => name)).toEqual(['Budi', 'Rina', 'Sri', 'Tono']);
});
