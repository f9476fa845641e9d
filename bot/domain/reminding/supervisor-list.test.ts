import { describe, expect, test } from 'vitest';
import { ignoredOf } from './ignored.ts';
import { type Supervisor, supervisorList } from './supervisor-list.ts';
import { given, office, training, wib } from './testing/people.ts';

const thrice = [
  given('7', '2026-11-20T09:00'),
  given('3', '2026-11-24T09:00'),
  given('1', '2026-11-26T09:00'),
];
const rina = { person: 'rina', items: [training()], given: thrice, stopped: false };
const hendra = (changes: Partial<Supervisor<string>> = {}): Supervisor<string> => ({
  office,
  leave: [],
  people: [rina],
  listed: [],
  stopped: false,
  talking: false,
  ...changes,
});
const lines = (local: string, changes: Partial<Supervisor<string>> = {}) =>
  supervisorList(hendra(changes), wib(local)).map(({ person, item }) => `${person} ${item.key}`);

describe('a reminder was passed over', () => {
  const passed = (local: string, told = thrice, changes: Parameters<typeof training>[0] = {}) =>
    ignoredOf(training(changes), told, office, wib(local));

  test.each([
    ['2026-11-24T09:00', 1],
    ['2026-11-26T09:00', 2],
    ['2026-11-27T16:00', 2],
    ['2026-11-30T07:30', 3],
  ])('on %s, %i of them: each has the whole next working day', (local, count) => {
    expect(passed(local)).toBe(count);
  });

  test('only since the last time something was done about it', () => {
    expect(passed('2026-12-01T09:00', thrice, { touchedAt: wib('2026-11-24T09:05') })).toBe(1);
  });

  test('not when it is done', () => {
    expect(passed('2026-12-01T09:00', thrice, { done: true })).toBe(0);
  });

  test('not when somebody had asked for it', () => {
    expect(passed('2026-12-01T09:00', [...thrice, given('again:2026-11-25', '2026-11-25T09:00')])).toBe(3);
  });

  test('not when it was of something else', () => {
    expect(passed('2026-12-01T09:00', [given('3', '2026-11-24T09:00', { item: 'complete:SP-02' })])).toBe(0);
  });
});

describe("a supervisor's list", () => {
  test('names those who passed over three', () => {
    expect(lines('2026-11-30T09:00')).toEqual(['rina complete:PP-01']);
    expect(lines('2026-11-30T09:00', { people: [{ ...rina, given: thrice.slice(1) }] })).toEqual([]);
  });

  test.each([
    ['at night', '2026-11-30T22:00', {}],
    ['on leave', '2026-11-30T09:00', { leave: [{ from: '2026-11-30', until: '2026-11-30' }] }],
    ['after berhenti', '2026-11-30T09:00', { stopped: true }],
    ['in a conversation', '2026-11-30T09:00', { talking: true }],
    ['of one who said berhenti', '2026-11-30T09:00', { people: [{ ...rina, stopped: true }] }],
  ])('is not given %s', (_, local, changes) => {
    expect(lines(local, changes)).toEqual([]);
  });

  const budi = { ...rina, person: 'budi', items: [training({ due: '2026-11-25' })] };
  const listed = [{ person: 'rina', item: 'complete:PP-01', on: '2026-11-30' }];

  test('comes once a week at most', () => {
    expect(lines('2026-12-04T09:00', { people: [rina, budi], listed })).toEqual([]);
    expect(lines('2026-12-07T09:00', { people: [rina, budi], listed })).toEqual([
      'budi complete:PP-01',
      'rina complete:PP-01',
    ]);
  });

  test('does not come with nothing new', () => {
    expect(lines('2026-12-14T09:00', { listed })).toEqual([]);
  });
});
