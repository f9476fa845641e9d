import fc from 'fast-check';
import cron from 'node-cron';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { jobNames, jobs } from '../../bot/jobs/index.ts';
import { isDue } from './due.ts';

const nothing = async () => 0;
const table = jobs(Object.fromEntries(jobNames.map((name) => [name, nothing])) as Parameters<typeof jobs>[0]);
const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

afterEach(() => vi.useRealTimers());

/** When node-cron would next run it, at or after a minute. */
const nextOnNode = (when: string, zone: string, minute: number): number => {
  vi.useFakeTimers({ now: minute - 1000 });
  const task = cron.createTask(when, () => {}, { timezone: zone });
  void task.start();
  const next = task.getNextRun()?.getTime();
  void task.destroy();
  if (next === undefined) throw new Error('never');
  return Math.floor(next / 60_000) * 60_000;
};

describe('a job on a Worker', () => {
  test('is due at the hour that the clocks of the city show', () => {
    const at = new Date('2026-11-20T20:20:59Z');
    expect(zones.map((zone) => isDue('20 3 * * *', at, zone))).toEqual([true, false, false]);
    expect(isDue('20 5 * * *', at, 'Asia/Jayapura')).toBe(true);
    expect(isDue('20 3 21 11 6', at, 'Asia/Jakarta')).toBe(true);
    expect(isDue('20 3 20 11 *', at, 'Asia/Jakarta')).toBe(false);
  });

  test('that Node runs every few seconds runs every minute', () => {
    expect(isDue('*/10 * * * * *', new Date('2026-11-20T20:21:00Z'), 'Asia/Jakarta')).toBe(true);
  });

  test('written in a way that this does not read is a bug, not a job that never runs', () => {
    expect(() => isDue('0 9 * * MON', new Date(0), 'Asia/Jakarta')).toThrow('not a time of a job');
    expect(() => isDue('@daily', new Date(0), 'Asia/Jakarta')).toThrow('not a time of a job');
  });

  test('is due in exactly the minutes in which node-cron would run it', () => {
    const times = [
      ...table.map((job) => job.cron),
      '*/7 9-17 * * 1-5',
      '0 6 1,15 */2 *',
      '30 0 1 1 *',
      '5-55/10 * * * 0',
    ];
    const from = Date.parse('2026-01-01T00:00:00Z') / 60_000;
    fc.assert(
      fc.property(
        fc.constantFrom(...times),
        fc.constantFrom(...zones),
        fc.integer({ min: from, max: from + 525_600 }),
        (when, zone, minutes) => {
          const minute = minutes * 60_000;
          const next = nextOnNode(when, zone, minute);
          expect(isDue(when, new Date(minute), zone)).toBe(next === minute);
          expect(isDue(when, new Date(next), zone)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
