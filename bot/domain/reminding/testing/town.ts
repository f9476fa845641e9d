import fc from 'fast-check';
import { addCalendarDays, type LocalDate } from '../../local-date.ts';
import type { Snooze } from '../snooze.ts';

/** Sixty days from the first Friday of the fast over Nyepi, Lebaran and Good Friday. */
export const firstDay: LocalDate = '2026-02-20';
export const days = 60;
/** Every time is a whole minute from the first midnight. */
export const dayMinutes = 24 * 60;
export const tickMinutes = 15;

export type OpenItem = {
  key: string;
  kind: 'register' | 'complete' | 'certificate' | 'jp_pace' | 'date';
  due: LocalDate;
  /** When it comes to be; it may be spoken of from that day on. */
  born: number;
  done: number | undefined;
};

/** One employee's sixty days, written beforehand. */
export type Employee = {
  nth: number;
  items: readonly OpenItem[];
  snoozes: readonly { at: number; item: string; snooze: Snooze }[];
  talks: readonly { from: number; until: number }[];
  leave: readonly { from: LocalDate; until: LocalDate }[];
  stopped: number | undefined;
};

const dates = new Map<number, LocalDate>();

export function dayOf(n: number): LocalDate {
  const date = dates.get(n) ?? addCalendarDays(firstDay, n);
  dates.set(n, date);
  return date;
}

const minute = fc.noBias(fc.integer({ min: 0, max: days * dayMinutes }));
/** Once in so many it does not come to pass. */
const unlessOnceIn = <T>(freq: number, one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq });

/** Twenty trainings, a new one every three days: to register for, to finish three days later, and to send the certificate of. */
const asked = [
  { kind: 'register', after: 2 },
  { kind: 'complete', after: 5 },
  { kind: 'certificate', after: 12 },
] as const;

const ofTraining = (which: number) =>
  fc
    .record({
      ahead: fc.noBias(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }))),
      hour: fc.noBias(fc.integer({ min: 0, max: dayMinutes - 1 })),
      done: unlessOnceIn(2, minute),
    })
    .map(({ ahead, hour, done }): OpenItem => {
      const { kind, after } = asked[which % 3] ?? asked[1];
      const due = Math.floor(which / 3) * 3 + after;
      const born = (due - ahead) * dayMinutes + hour;
      return { key: `${kind}:${Math.floor(which / 3)}`, kind, due: dayOf(due), born, done };
    });

const hours = unlessOnceIn(2, minute).map(
  (done): OpenItem => ({ key: 'jp:2026', kind: 'jp_pace', due: '2026-12-31', born: 0, done }),
);
const raise = fc
  .noBias(fc.integer({ min: 0, max: 150 }))
  .map((n): OpenItem => ({ key: 'kgb', kind: 'date', due: dayOf(n), born: 0, done: undefined }));

const items = fc
  .uniqueArray(fc.noBias(fc.integer({ min: 0, max: 59 })), { minLength: 3, maxLength: 10 })
  .chain((some) => fc.tuple(hours, raise, ...some.map(ofTraining)));

const employee = items.chain((open) =>
  fc.record({
    items: fc.constant(open),
    snoozes: fc.array(
      fc.record({
        at: minute,
        item: fc.constantFrom(...open.map(({ key }) => key)),
        snooze: fc.constantFrom('tomorrow' as const, 'next_week' as const),
      }),
      { maxLength: 12 },
    ),
    talks: fc.array(
      fc
        .tuple(minute, fc.integer({ min: 5, max: 300 }))
        .map(([from, long]) => ({ from, until: from + long })),
      { maxLength: 20 },
    ),
    leave: fc.array(
      fc
        .tuple(fc.noBias(fc.integer({ min: 0, max: days })), fc.integer({ min: 0, max: 6 }))
        .map(([from, more]) => ({ from: dayOf(from), until: dayOf(from + more) })),
      { maxLength: 2 },
    ),
    stopped: unlessOnceIn(2, minute).map((at) => (at !== undefined && at % 3 === 0 ? at : undefined)),
  }),
);

/** So many invented employees; the same seed gives the same town. */
export const townOf = (many: number, seed: number): Employee[] =>
  fc.sample(employee, { numRuns: many, seed }).map((one, nth) => ({ ...one, nth }));

/**
 * Two restarts a day of up to two hours, and two days without any service. At the tick on which it dies, half of the people
 * are still seen to.
 */
export const outagesOf = (seed: number) => {
  const daily = fc.sample(
    fc.tuple(
      ...[450, 780].map((earliest) =>
        fc.record({
          from: fc.noBias(fc.integer({ min: 0, max: 20 })).map((n) => earliest + n * tickMinutes),
          ticks: fc.noBias(fc.integer({ min: 1, max: 8 })),
        }),
      ),
    ),
    { numRuns: days, seed },
  );
  return daily.flatMap((some, day) =>
    day === 31 || day === 34
      ? [{ from: day * dayMinutes, until: (day + 1) * dayMinutes }]
      : some.map(({ from, ticks }) => ({
          from: day * dayMinutes + from,
          until: day * dayMinutes + from + ticks * tickMinutes,
        })),
  );
};

export type Outage = ReturnType<typeof outagesOf>[number];

export const isSeenTo = ({ nth }: Employee, at: number, outages: readonly Outage[]): boolean =>
  !outages.some(({ from, until }) => from <= at && at < until && !(at === from && nth % 2 === 0));
