import { expect, test } from 'vitest';
import { wasGreeted, wasSpokenOf, wordsSince } from './kind-word.ts';

const first = { item: 'complete:PP-01:2026-11-27', on: '2026-11-18' };

test('one kind word a day is enough, whatever it was about', () => {
  expect(wasGreeted([first], '2026-11-18')).toBe(true);
  expect(wasGreeted([first], '2026-11-19')).toBe(false);
});

test('the next day it may be about something else, and about the same thing after seven days', () => {
  expect(wasSpokenOf([first], 'jp_pace:2026-12-31', '2026-11-19')).toBe(false);
  expect(wasSpokenOf([first], first.item, '2026-11-24')).toBe(true);
  expect(wasSpokenOf([first], first.item, '2026-11-25')).toBe(false);
  expect(wordsSince('2026-11-24')).toBe('2026-11-18');
});
