import { expect, test } from 'vitest';
import { seedCalendar, seedCategories } from './fixtures/seed.ts';
import { nextNews } from './next-news.ts';

const rules = { calendar: seedCalendar(), deadlines: seedCategories().deadlines };

test('whoever waits hears once in five working days, holidays not counted', () => {
  expect(nextNews('2026-11-27', rules, '2026-11-26')).toEqual({ on: '2026-12-04', nth: 0 });
  expect(nextNews('2026-11-27', rules, '2026-12-03')).toEqual({ on: '2026-12-04', nth: 0 });
  expect(nextNews('2026-11-27', rules, '2026-12-04')).toEqual({ on: '2026-12-11', nth: 1 });
  expect(nextNews('2026-12-23', rules, '2026-12-23')).toEqual({ on: '2027-01-04', nth: 0 });
});

test('a city may speak more often', () => {
  const deadlines = [
    ...rules.deadlines,
    {
      key: 'next_news',
      n: 2,
      unit: 'hari_kerja' as const,
      start: 'promise_broken',
      legalReference: 'Perwali',
      confidence: 'proposal' as const,
    },
  ];
  expect(nextNews('2026-11-27', { ...rules, deadlines }, '2026-11-27').on).toBe('2026-12-01');
});
