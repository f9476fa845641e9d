import { expect, test } from 'vitest';
import { dueAfter } from './clock-due.ts';
import { seedCalendar } from './fixtures/seed.ts';
import vectors from './fixtures/working-days.json' with { type: 'json' };

const calendar = seedCalendar();

test('working days follow the calendar of the agency, calendar days and hours do not', () => {
  for (const { from, n, due } of vectors.add)
    expect(dueAfter({ n, unit: 'hari_kerja' }, from, calendar).due).toBe(due);
  for (const { from, n, due } of vectors.calendarDays)
    expect(dueAfter({ n, unit: 'hari' }, from, calendar).due).toBe(due);
  expect(dueAfter({ n: 72, unit: 'jam' }, '2026-12-24', calendar)).toEqual({
    due: '2026-12-27',
    estimate: false,
  });
});
