import { describe, expect, test } from 'vitest';
import { enrolling, isOffered, mayFinish, mayWithdraw, type Seating, stillSeats } from './enrolling.ts';
import type { Training } from './training.ts';

const training: Training = {
  code: 'PP-1',
  title: 'Pelayanan Prima',
  provider: 'BPSDM',
  form: 'bimtek',
  jp: 800,
  startsOn: '2026-12-02',
  endsOn: '2026-12-04',
  registerBy: '2026-11-27',
  completeBy: null,
  url: null,
  place: null,
  quota: 2,
  sponsor: null,
  owing: [],
  listedOn: '2026-11-01',
};
const free: Seating = {
  training,
  mine: undefined,
  certified: false,
  taken: 0,
  waiting: 0,
  today: '2026-11-20',
};
const mine = { state: 'registered', source: 'self', finishedOn: null } as const;

describe('wanting to take part', () => {
  test.each<[string, Partial<Seating>, ReturnType<typeof enrolling>]>([
    ['is a seat while there is one', {}, 'registered'],
    ['is the last seat', { taken: 1 }, 'registered'],
    ['is the waiting list when it is full', { taken: 2 }, 'waiting'],
    [
      'is the waiting list behind those who wait, also where a seat is free',
      { taken: 1, waiting: 1 },
      'waiting',
    ],
    [
      'is always a seat where there is room for everybody',
      { training: { ...training, quota: null }, taken: 99 },
      'registered',
    ],
    ['is nothing new for whoever is in', { mine, taken: 2 }, 'is-registered'],
    ['is nothing new for whoever waits', { mine: { ...mine, state: 'waiting' } }, 'is-waiting'],
    ['begins anew for whoever withdrew', { mine: { ...mine, state: 'withdrawn' } }, 'registered'],
    ['is not needed with a certificate', { certified: true }, 'certified'],
    ['still counts on the last day', { today: '2026-11-27' }, 'registered'],
    ['comes too late the day after', { today: '2026-11-28' }, 'closed'],
    [
      'counts until it begins where no last day was set',
      { training: { ...training, registerBy: null }, today: '2026-12-02' },
      'registered',
    ],
    [
      'comes too late once it is over',
      { training: { ...training, registerBy: '2027-01-01' }, today: '2026-12-05' },
      'closed',
    ],
  ])('%s', (_, given, comes) => {
    expect(enrolling({ ...free, ...given })).toBe(comes);
  });

  test('of what has no days at all is possible for ever', () => {
    expect(isOffered({ ...training, startsOn: null, endsOn: null, registerBy: null }, '2030-01-01')).toBe(
      true,
    );
  });
});

describe('leaving by oneself', () => {
  test.each<[string, Partial<Seating>, boolean]>([
    ['is possible before it begins', { mine }, true],
    ['is possible on its first day', { mine, today: '2026-12-02' }, true],
    ['is not once it runs', { mine, today: '2026-12-03' }, false],
    ['is possible from the waiting list', { mine: { ...mine, state: 'waiting' } }, true],
    ['is not for whom the office registered', { mine: { ...mine, source: 'office' } }, false],
    ['is not for whoever is done', { mine: { ...mine, finishedOn: '2026-11-19' } }, false],
    ['is not with a certificate', { mine, certified: true }, false],
    ['is not twice', { mine: { ...mine, state: 'withdrawn' } }, false],
    ['is not for whoever never came', {}, false],
  ])('%s', (_, given, may) => {
    expect(mayWithdraw({ ...free, ...given })).toBe(may);
  });
});

test('one is done with what has begun, once', () => {
  expect(mayFinish({ ...free, mine })).toBe(false);
  expect(mayFinish({ ...free, mine, today: '2026-12-02' })).toBe(true);
  expect(mayFinish({ ...free, mine, training: { ...training, startsOn: null } })).toBe(true);
  expect(mayFinish({ ...free, mine: { ...mine, finishedOn: '2026-12-04' }, today: '2026-12-05' })).toBe(
    false,
  );
  expect(mayFinish({ ...free, mine: { ...mine, state: 'waiting' }, today: '2026-12-02' })).toBe(false);
});

test('a free seat is given on until the training has begun', () => {
  expect(['2026-11-30', '2026-12-02', '2026-12-03'].map((day) => stillSeats(training, day))).toEqual([
    true,
    true,
    false,
  ]);
});
