import { describe, expect, test } from 'vitest';
import { type AtDoor, attendanceDays, attending, isLastDay } from './attending.ts';
import { reviewing } from './reviewing.ts';

const today = '2026-11-30';
const atDoor = (more: Partial<AtDoor> = {}) =>
  attending({
    training: { quota: 10 },
    mine: undefined,
    taken: 8,
    waiting: 0,
    day: today,
    today,
    ...more,
  });
const mine = (state: 'registered' | 'waiting' | 'withdrawn', attendedOn: string | null = null) => ({
  state,
  attendedOn,
});

describe('coming in', () => {
  test.each([
    ['who is registered is present, also in a full room', { mine: mine('registered'), taken: 10 }, 'present'],
    ['twice on a day counts once', { mine: mine('registered', today) }, 'is-present'],
    ['a day later counts anew', { mine: mine('registered', '2026-11-29') }, 'present'],
    [
      'who waits takes a free seat before those who did not come',
      { mine: mine('waiting'), waiting: 5 },
      'present',
    ],
    ['who waits finds no seat', { mine: mine('waiting'), taken: 10 }, 'full'],
    ['who withdrew is asked anew', { mine: mine('withdrawn') }, 'joins'],
    ['who never asked has what those who wait leave over', { waiting: 2 }, 'full'],
    ['who never asked has a seat', { waiting: 1 }, 'joins'],
    [
      'without a quota there is room for everybody',
      { training: { quota: null }, taken: 999, waiting: 9 },
      'joins',
    ],
    ['nobody comes before the day', { mine: mine('registered'), day: '2026-12-01' }, 'early'],
  ] as const)('%s', (_, more, is) => {
    expect(atDoor(more)).toBe(is);
  });
});

describe('the days for which a code is shown', () => {
  const days = (startsOn: string | null, endsOn: string | null, completeBy: string | null = null) =>
    attendanceDays({ startsOn, endsOn, completeBy }, today);

  test('are those of the training that are left', () => {
    expect(days('2026-11-29', '2026-12-01')).toEqual(['2026-11-30', '2026-12-01']);
    expect(days('2026-12-02', '2026-12-03')).toEqual(['2026-12-02', '2026-12-03']);
    expect(days('2026-11-30', null)).toEqual(['2026-11-30']);
    expect(days('2026-11-28', '2026-11-29')).toEqual([]);
    expect(days('2026-11-28', null)).toEqual([]);
  });

  test('are today where it has no days, until it is to be done', () => {
    expect(days(null, null)).toEqual([today]);
    expect(days(null, null, today)).toEqual([today]);
    expect(days(null, null, '2026-11-29')).toEqual([]);
  });

  test('are ten at most', () => {
    expect(days('2026-12-01', '2027-11-30')).toHaveLength(10);
  });

  test('have a last one, after which it is asked how it was', () => {
    expect([isLastDay({ endsOn: '2026-12-01' }, today), isLastDay({ endsOn: today }, today)]).toEqual([
      false,
      true,
    ]);
    expect(isLastDay({ endsOn: null }, today)).toBe(true);
  });
});

test('whoever was there or is done may say how it was, once', () => {
  const of = { state: 'registered', attendedOn: null, finishedOn: null, reviewed: false } as const;
  expect(reviewing(undefined)).toBe('not-there');
  expect(reviewing(of)).toBe('not-there');
  expect(reviewing({ ...of, attendedOn: today })).toBe('open');
  expect(reviewing({ ...of, finishedOn: today })).toBe('open');
  expect(reviewing({ ...of, attendedOn: today, reviewed: true })).toBe('answered');
  expect(reviewing({ ...of, attendedOn: today, state: 'withdrawn' })).toBe('not-there');
});
