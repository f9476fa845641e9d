import { expect, test } from 'vitest';
import { hasWeekNews, weekNews } from './week-change.ts';

const solved = (timely: number, late = 0, days = 3) => [
  ...Array.from({ length: timely }, () => ({ inTime: true, days })),
  ...Array.from({ length: late }, () => ({ inTime: false, days: days + 20 })),
];
const change = (more: Partial<Parameters<typeof weekNews>[0]> = {}) =>
  weekNews({ solved: [], scores: [], done: null, ...more });

test('an office hears how many reports it settled, how many on time, and how long half of them took', () => {
  expect(change({ solved: solved(9, 7) }).solved).toEqual({ count: 16, timely: 9, medianDays: 3 });
  expect(change({ solved: solved(12) }).solved).toEqual({ count: 12, timely: 12, medianDays: 3 });
});

test('fewer than five are some, and nobody reckons the few late ones from the others', () => {
  expect(change({ solved: solved(3, 1) }).solved).toBe('some');
  expect(change({ solved: solved(9, 3) }).solved).toMatchObject({ count: 12, timely: null });
  expect(change({ solved: solved(2, 6) }).solved).toMatchObject({ count: 8, timely: null });
});

test('an average is told of five people or more', () => {
  expect(change({ scores: [4, 4, 4, 1] }).score).toBeNull();
  expect(change({ scores: [4, 4, 4, 3, 3] }).score).toBe(360);
});

test('a week in which nothing happened is not told of', () => {
  expect(hasWeekNews(change({ scores: [4] }))).toBe(false);
  expect(hasWeekNews(change({ done: { words: 'Loket buka Sabtu', on: '2026-11-18' } }))).toBe(true);
});
