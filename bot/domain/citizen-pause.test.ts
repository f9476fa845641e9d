import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Asking, askingFault, movedBy, openAsking, waitsOf } from './citizen-pause.ts';
import { seedCalendar, seedCategories } from './fixtures/seed.ts';
import vectors from './fixtures/working-days.json' with { type: 'json' };
import { addCalendarDays } from './local-date.ts';
import { addWorkingDays, countWorkingDays, isWorkingDay } from './working-days.ts';

const calendar = seedCalendar();
const rules = { calendar, deadlines: seedCategories().deadlines };

/** When a promise of `n` working days falls due after these questions. */
const due = (from: string, n: number, ...askings: Asking[]) =>
  movedBy(waitsOf(askings, rules), addWorkingDays(calendar, from, n), from, calendar).due;

describe('a promise waits while the citizen is asked', () => {
  test.each(vectors.pause)('asked on $askedOn and heard on $answeredOn: $due', (row) => {
    expect(due(row.from, row.n)).toBe(row.dueWithoutPause);
    expect(due(row.from, row.n, row)).toBe(row.due);
  });

  test('twice, and each wait counts', () => {
    const first = { askedOn: '2026-11-24', answeredOn: '2026-11-26' };
    const second = { askedOn: '2026-12-01', answeredOn: '2026-12-03' };
    expect(due('2026-11-20', 14, first)).toBe('2026-12-14');
    expect(due('2026-11-20', 14, first, second)).toBe('2026-12-16');
  });

  test('but a question asked after the promise was broken mends nothing', () => {
    const late = { askedOn: '2026-11-30', answeredOn: '2026-12-04' };
    expect(due('2026-11-20', 5, late)).toBe('2026-11-27');
  });

  test('a question on the last day, answered on a Sunday, leaves the office its Monday', () => {
    expect(due('2026-11-20', 5, { askedOn: '2026-11-27', answeredOn: '2026-11-29' })).toBe('2026-11-30');
    expect(due('2026-11-20', 5, { askedOn: '2026-11-27', answeredOn: '2026-12-01' })).toBe('2026-12-01');
  });
});

describe('the citizen is asked', () => {
  const one: Asking = { askedOn: '2026-11-23', answeredOn: '2026-11-25' };

  test('for ten working days, less those of the first question', () => {
    expect(openAsking([{ askedOn: '2026-11-23' }], rules)?.limit.due).toBe('2026-12-07');
    expect(openAsking([one, { askedOn: '2026-11-30' }], rules)).toEqual({
      nth: 2,
      askedOn: '2026-11-30',
      limit: { due: '2026-12-10', estimate: false },
    });
  });

  test('at most twice', () => {
    expect(askingFault([], rules)).toBeUndefined();
    expect(askingFault([one], rules)).toBeUndefined();
    expect(askingFault([one, one], rules)).toBe('asked_twice');
  });

  test('and not again once the days are used up', () => {
    expect(askingFault([{ askedOn: '2026-11-23', answeredOn: '2026-12-07' }], rules)).toBe('days_used_up');
    expect(askingFault([{ askedOn: '2026-11-23', answeredOn: '2026-12-04' }], rules)).toBeUndefined();
  });
});

describe('for any questions', () => {
  const dayAt = (n: number) => addCalendarDays('2026-01-05', n);
  const lives = fc
    .record({
      start: fc.nat(400),
      n: fc.integer({ min: 1, max: 60 }),
      gaps: fc.array(fc.tuple(fc.nat(12), fc.nat(25)), { maxLength: 2 }),
    })
    .map(({ start, n, gaps }) => {
      let day = start;
      const askings = gaps.map(([after, wait]) => {
        const askedOn = day + after;
        day = askedOn + wait;
        return { askedOn: dayAt(askedOn), answeredOn: dayAt(day) };
      });
      return { from: dayAt(start), n, askings };
    });

  /** Counts one day after the other, as a person with a paper calendar would. */
  const walked = (from: string, n: number, waits: readonly { from: string; until: string }[]) => {
    let day = from;
    for (let left = n; left > 0; ) {
      day = addCalendarDays(day, 1);
      const waiting = waits.some((wait) => wait.from < day && day <= wait.until);
      if (isWorkingDay(calendar, day) && !waiting) left -= 1;
    }
    return day;
  };

  test('the day is the one a person counts on paper', () => {
    let moved = 0;
    fc.assert(
      fc.property(lives, ({ from, n, askings }) => {
        const waits = waitsOf(askings, rules);
        const onPaper = walked(from, n, waits);
        fc.pre(waits.every((wait) => wait.from < onPaper && wait.from !== walked(from, n, [])));
        fc.pre(waits.length < 2 || waits[1]?.from !== walked(from, n, waits.slice(0, 1)));
        if (waits.some(({ working }) => working > 0)) moved += 1;
        expect(due(from, n, ...askings)).toBe(onPaper);
      }),
    );
    expect(moved).toBeGreaterThan(10);
  });

  test('no promise moves back, nor further than ten working days and a weekend for each question', () => {
    fc.assert(
      fc.property(lives, ({ from, n, askings }) => {
        const plain = due(from, n);
        const moved = countWorkingDays(calendar, plain, due(from, n, ...askings));
        expect(due(from, n, ...askings) >= plain).toBe(true);
        expect(moved).toBeLessThanOrEqual(10 + askings.length);
      }),
    );
  });

  test('the days of waiting never exceed ten in all', () => {
    fc.assert(
      fc.property(lives, ({ askings }) => {
        const all = waitsOf(askings, rules).reduce((sum, { working }) => sum + working, 0);
        expect(all).toBeLessThanOrEqual(10);
      }),
    );
  });
});
