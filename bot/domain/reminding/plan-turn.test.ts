import { describe, expect, test } from 'vitest';
import type { Extra } from './extra.ts';
import { extraKey, extraOf, extrasOn } from './extra.ts';
import { startingMilestones } from './milestones.ts';
import { planTurn, type Turn } from './plan-turn.ts';
import { given, rina, training, wib } from './testing/people.ts';

const week: Extra = { is: 'week', monday: '2026-11-23' };
const line = { person: 7, item: training(), ignored: 3 };

const turn = (changes: Partial<Turn> = {}): Turn => ({
  ...rina(),
  unsaid: [],
  extras: [],
  lines: () => [],
  ...changes,
});
const at = (local: string, changes: Partial<Turn> = {}) => {
  const { say, lane, list, nextAt } = planTurn(turn(changes), startingMilestones, wib(local));
  return {
    said: say.map(({ item, milestone }) => `${lane}: ${item} ${milestone}`),
    list: list.length,
    next: nextAt.toISOString(),
  };
};
const instant = (local: string) => wib(local).toISOString();

test('what is near is said, and the next look is not later than the next day', () => {
  expect(at('2026-11-24T07:30')).toEqual({
    said: ['day: complete:PP-01 3'],
    list: 0,
    next: instant('2026-11-25T00:00'),
  });
  expect(at('2026-11-24T06:00')).toEqual({ said: [], list: 0, next: instant('2026-11-24T07:30') });
});

describe('below what is near', () => {
  test('stand the line of the week and a list, in the same message', () => {
    expect(at('2026-11-24T07:30', { extras: [week], lines: () => [line] })).toMatchObject({
      said: ['day: complete:PP-01 3', 'day: week:2026-11-23 0', 'day: list:2026-11-24 0'],
      list: 1,
    });
  });

  test('they come alone too, as soon as the office opens', () => {
    expect(at('2026-11-24T06:00', { items: [], extras: [week] }).next).toBe(instant('2026-11-24T07:30'));
    expect(at('2026-11-24T07:30', { items: [], extras: [week] }).said).toEqual(['day: week:2026-11-23 0']);
  });

  test('they wait for the next day once the message of the day was said', () => {
    const told = [given('3', '2026-11-24T07:30')];
    expect(at('2026-11-24T09:00', { given: told, extras: [week], lines: () => [line] }).said).toEqual([]);
    expect(at('2026-11-25T09:00', { given: told, lines: () => [line] }).said).toEqual([
      'day: list:2026-11-25 0',
    ]);
  });

  test.each([
    ['a second time', { given: [given('0', '2026-11-23T09:00', { item: 'week:2026-11-23' })] }],
    ['in a conversation', { talking: true }],
    ['after berhenti', { stopped: true }],
    ['on leave', { leave: [{ from: '2026-11-24', until: '2026-11-24' }] }],
  ])('nothing stands %s', (_, changes) => {
    expect(at('2026-11-24T09:00', { items: [], extras: [week], ...changes }).said).toEqual([]);
  });
});

test('the self-check rides along, and alone it is no message', () => {
  const check: Extra = { is: 'self-check', year: '2026' };
  expect(at('2026-11-24T07:30', { items: [], extras: [check] }).said).toEqual([]);
  expect(at('2026-11-24T06:00', { items: [], extras: [check] }).next).toBe(instant('2026-11-25T00:00'));
  expect(at('2026-11-24T07:30', { extras: [check] }).said).toEqual([
    'day: complete:PP-01 3',
    'day: self-check:2026 0',
  ]);
});

test('questions that come back are worth a message, and may be spoken of again', () => {
  const recall: Extra = { is: 'recall', due: '2026-11-16' };
  const told = [given('0', '2026-11-16T09:00', { item: 'recall:2026-11-16' })];
  const said = (extra: Extra) => at('2026-11-24T07:30', { items: [], given: told, extras: [extra] }).said;
  expect(said(recall)).toEqual([]);
  expect(said({ ...recall, again: '7' })).toEqual(['day: recall:2026-11-16 7']);
});

test('what still waits in the outbox takes what the day brings, and is not planned again', () => {
  const waits = given('3', '2026-11-24T07:30');
  const sopan = training({ key: 'complete:SP-02', due: '2026-11-25' });
  expect(
    at('2026-11-24T09:00', { items: [training(), sopan], given: [waits], unsaid: [waits] }).said,
  ).toEqual(['day: complete:SP-02 1']);
});

test('a month is told of in the first days after it, to whoever looks after others', () => {
  expect(extrasOn('2026-12-01', true)).toEqual([
    { is: 'week', monday: '2026-11-30' },
    { is: 'digest', month: '2026-11' },
  ]);
  expect(extrasOn('2026-12-01', false)).toHaveLength(1);
  expect(extrasOn('2026-12-11', true)).toHaveLength(1);
  expect(extrasOn('2027-01-04', true).at(-1)).toEqual({ is: 'digest', month: '2026-12' });
});

test('an extra is known by its name', () => {
  const learning: Extra[] = [
    { is: 'recall', due: '2026-12-01' },
    { is: 'used', training: 'PP-01' },
    { is: 'self-check', year: '2026' },
  ];
  const list = { is: 'list', day: '2026-12-01' } as const;
  for (const extra of [...extrasOn('2026-12-01', true), list, ...learning])
    expect(extraOf(extraKey(extra))).toEqual(extra);
  expect(extraOf('complete:PP-01:2026-11-27')).toBeUndefined();
});
