import { expect, test } from 'vitest';
import { createTrouble } from './trouble.ts';

const minute = 60_000;

const begun = (dice = 0) => {
  let at = Date.parse('2026-11-23T03:00:00Z');
  const trouble = createTrouble({ now: () => new Date(at), dice: () => dice });
  const later = (milliseconds: number): void => {
    at += milliseconds;
  };
  return { ...trouble, later };
};

const fail = (trouble: ReturnType<typeof begun>, times: number, code?: number) =>
  Array.from({ length: times }, () => trouble.failed(code));

test('waits double, and from the eighth failure in a row the device tries every half hour, with one alarm', () => {
  const told = fail(begun(), 10, 503);
  expect(told.map(({ wait }) => wait / 1000)).toEqual([1, 2, 4, 8, 16, 32, 64, 1800, 1800, 1800]);
  expect(told.map(({ isBroken }) => isBroken)).toEqual([...Array(7).fill(false), true, true, true]);
  expect(told.flatMap(({ alarm }) => alarm ?? [])).toEqual(['breaker']);
  expect(told.at(-1)?.failures).toBe(10);
});

test('waits differ by the dice, so that many do not come in one moment', () => {
  expect(fail(begun(1), 8, 428).map(({ wait }) => wait / 1000)).toEqual([1.25, 2.5, 5, 10, 20, 40, 80, 2250]);
});

test.each([
  ['longer than ten minutes', 11, 1],
  ['not so long', 9, 4],
])('a connection that lasted %s leaves so many failures', (_, minutes, failures) => {
  const trouble = begun();
  fail(trouble, 3, 428);
  trouble.opened();
  trouble.later(minutes * minute);
  expect(trouble.failed(428).failures).toBe(failures);
});

test('time without a connection heals nothing', () => {
  const trouble = begun();
  fail(trouble, 3);
  trouble.later(60 * minute);
  expect(trouble.failed(undefined).failures).toBe(4);
});

test('three spoilt sessions within ten minutes are an alarm, and the next needs three more', () => {
  const trouble = begun();
  const alarms = [0, 4, 4, 1, 1].map((minutes) => {
    trouble.later(minutes * minute);
    return trouble.failed(500).alarm;
  });
  expect(alarms).toEqual([undefined, undefined, 'bad-session', undefined, undefined]);
});

test('spoilt sessions far from each other, and other faults, are none', () => {
  const trouble = begun();
  const alarms = [500, 503, 428, 500, 500].map((code) => {
    trouble.later(6 * minute);
    return trouble.failed(code).alarm;
  });
  expect(alarms).toEqual(Array(5).fill(undefined));
});

test('three restarts are followed at once, more only after a connection was open', () => {
  const trouble = begun();
  expect([1, 2, 3, 4].map(() => trouble.mayRestart())).toEqual([true, true, true, false]);
  trouble.opened();
  expect(trouble.mayRestart()).toBe(true);
});
