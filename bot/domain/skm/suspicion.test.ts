import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedCalendar } from '../fixtures/seed.ts';
import { allFours, type Filled, type Opening, suspect, suspicions } from './suspicion.ts';

const opening: Opening = {
  zone: 'Asia/Jakarta',
  calendar: seedCalendar(),
  hours: [{ days: [1, 2, 3, 4, 5], opens: '07.30', closes: '16.00' }],
};
const morning = Date.parse('2026-11-20T09:00:00+07:00');
const at = (minutes: number, fours = false): Filled => ({
  at: new Date(morning + minutes * 60_000),
  allFours: fours,
});
const oddness = {
  burst: { forms: 3, minutes: 5 },
  run: { forms: 3 },
  offHours: { forms: 1 },
  graceMinutes: 60,
};
const flags = (forms: readonly Filled[]) => suspect(forms, opening, oddness).map((found) => found.join('+'));

test('an ordinary morning looks odd to nobody', () => {
  expect(flags([at(0), at(3), at(20, true), at(23, true), at(40), at(60, true)])).toEqual(Array(6).fill(''));
  expect(flags([])).toEqual([]);
});

describe('a burst', () => {
  test('is so many forms within so many minutes, and all of them are marked', () => {
    expect(flags([at(0), at(2), at(5), at(30)])).toEqual(['burst', 'burst', 'burst', '']);
    expect(flags([at(0), at(2), at(5.1)])).toEqual(['', '', '']);
  });

  test('that goes on is one burst to its end', () => {
    expect(flags([at(0), at(2), at(4), at(6), at(8), at(20)])).toEqual([...Array(5).fill('burst'), '']);
  });

  test('is seen in whatever order the forms lie', () => {
    expect(flags([at(30), at(5), at(0), at(2)])).toEqual(['', 'burst', 'burst', 'burst']);
  });
});

describe('off-hours', () => {
  const local = (time: string): Filled => ({ at: new Date(`${time}:00+07:00`), allFours: false });

  test.each([
    ['at the counter', '2026-11-20T15:59', ''],
    ['on the way home', '2026-11-20T16:59', ''],
    ['in the evening', '2026-11-20T17:00', 'off-hours'],
    ['before the doors open', '2026-11-20T07:29', 'off-hours'],
    ['on a Sunday', '2026-11-22T10:00', 'off-hours'],
    ['on a day off for all', '2026-12-24T10:00', 'off-hours'],
  ])('%s', (_, time, expected) => {
    expect(flags([local(time)])).toEqual([expected]);
  });
});

test('one person who rates at home in the evening is not odd, five are', () => {
  const evening = (n: number) => Array.from({ length: n }, (_, hour) => at(600 + hour * 20));
  expect(suspect([at(0), ...evening(4)], opening)).toEqual(Array(5).fill([]));
  expect(suspect([at(0), ...evening(5)], opening)).toEqual([[], ...Array(5).fill(['off-hours'])]);
});

describe('nothing but 4', () => {
  test('is odd only so many times in a row', () => {
    expect(flags([at(0, true), at(10, true), at(20, true), at(30, true), at(40)])).toEqual([
      ...Array(4).fill('all-fours'),
      '',
    ]);
    expect(flags([at(0, true), at(10, true), at(20), at(30, true), at(40, true)])).toEqual(Array(5).fill(''));
  });

  test('counts blanks for nothing', () => {
    expect(allFours({ waktu: 4, sarana: 4 })).toBe(true);
    expect(allFours({ waktu: 4, sarana: 3 })).toBe(false);
    expect(allFours({})).toBe(false);
  });
});

test('one form can be odd in every way, and is still there', () => {
  const night = [at(840, true), at(841, true), at(842, true)];
  expect(suspect(night, opening, oddness)).toEqual(Array(3).fill([...suspicions]));
});

test('by our own proposal ten within ten minutes are a burst and nine are not', () => {
  const each = (n: number) => Array.from({ length: n }, (_, minute) => at(minute));
  expect(suspect(each(9), opening)).toEqual(Array(9).fill([]));
  expect(suspect(each(10), opening)).toEqual(Array(10).fill(['burst']));
});

test('whatever comes in, each form is judged once and as a slow reader would judge it', () => {
  const forms = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 60 }), fc.boolean()).map(([minutes, fours]) => at(minutes, fours)),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(forms, (given) => {
      const sorted = given.toSorted((a, b) => a.at.getTime() - b.at.getTime());
      const slow = given.map((form) => {
        const place = sorted.indexOf(form);
        const near = [0, 1, 2].some((back) => {
          const [first, last] = [sorted[place - back], sorted[place - back + 2]];
          return first && last && last.at.getTime() - first.at.getTime() <= 5 * 60_000;
        });
        const row = [0, 1, 2].some((back) =>
          [0, 1, 2].every((step) => sorted[place - back + step]?.allFours),
        );
        return [near ? ['burst'] : [], row ? ['all-fours'] : []].flat().join('+');
      });
      expect(flags(given)).toEqual(slow);
    }),
  );
});
