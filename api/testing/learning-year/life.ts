import fc from 'fast-check';
import type { Snooze } from '../../../bot/domain/reminding/snooze.ts';
import { dayMinutes } from '../../../bot/domain/reminding/testing/town.ts';

/** Every time is a whole minute from the first midnight, every day a number from the first one. */
export type Size = { people: number; days: number; trainings: number };

/** A training that one unit in three owes, or none: known from a day, to register for, and to finish. */
export type Course = {
  code: string;
  listed: number;
  registerBy: number;
  completeBy: number;
  owedBy: number | undefined;
};

/** What somebody does about a training; each later than the one before it, or never. */
export type Taking = {
  course: Course;
  joins: number | undefined;
  by: 'self' | 'office';
  finishes: number | undefined;
  sends: number | undefined;
};

/** One employee's time, written beforehand. `hours`: when the hours of the year are all there; `raise`: the day of a raise. */
export type Life = {
  nth: number;
  unit: number;
  takings: readonly Taking[];
  hours: number | undefined;
  raise: number;
  snoozes: readonly { at: number; which: number; snooze: Snooze }[];
  talks: readonly { from: number; until: number }[];
  leave: readonly { from: number; until: number }[];
  stopped: number | undefined;
};

/** At most so many trainings a person, so that one message names everything (eight things). */
const most = 6;

export const coursesOf = ({ days, trainings }: Size): Course[] =>
  Array.from({ length: trainings }, (_, n) => {
    const registerBy = Math.floor((n * days) / trainings) + 2;
    return {
      code: `C-${String(n).padStart(2, '0')}`,
      listed: Math.max(0, registerBy - ((n * 7) % 40)),
      registerBy,
      completeBy: registerBy + 3 + ((n * 5) % 25),
      owedBy: n % 2 === 0 ? (n / 2) % 3 : undefined,
    };
  });

/** Once in three it never comes to pass. */
const sometime = (after: number, longest: number) =>
  fc.option(
    fc.noBias(fc.integer({ min: 1, max: longest })).map((more) => after + more),
    { nil: undefined, freq: 3 },
  );

const taking = (course: Course, days: number): fc.Arbitrary<Taking> => {
  const anytime = fc.noBias(fc.integer({ min: 0, max: Math.min(days, course.completeBy) * dayMinutes }));
  const onLastDay = fc
    .noBias(fc.integer({ min: 6 * 60, max: 14 * 60 }))
    .map((at) => course.completeBy * dayMinutes + at);
  return fc
    .record({
      joins: fc.option(fc.oneof({ weight: 1, arbitrary: anytime }, { weight: 1, arbitrary: onLastDay }), {
        nil: undefined,
        freq: course.owedBy === undefined ? 100 : 2,
      }),
      by: fc.constantFrom('self' as const, 'office' as const),
    })
    .chain(({ joins, by }) =>
      sometime(joins ?? 0, 40 * dayMinutes).chain((finishes) =>
        sometime(finishes ?? 0, 30 * dayMinutes).map((sends) => ({
          course,
          joins,
          by,
          finishes: joins === undefined ? undefined : finishes,
          sends: joins === undefined || finishes === undefined ? undefined : sends,
        })),
      ),
    );
};

const life = (courses: readonly Course[], { days }: Size) => {
  const minute = fc.noBias(fc.integer({ min: 0, max: days * dayMinutes }));
  const rest = fc.record({
    hours: fc.option(minute, { nil: undefined, freq: 2 }),
    raise: fc.noBias(fc.integer({ min: 0, max: days + 90 })),
    snoozes: fc.array(
      fc.record({
        at: minute,
        which: fc.noBias(fc.integer({ min: 0, max: 99 })),
        snooze: fc.constantFrom('tomorrow' as const, 'next_week' as const),
      }),
      { maxLength: Math.ceil(days / 5) },
    ),
    talks: fc.array(
      fc
        .tuple(minute, fc.integer({ min: 5, max: 300 }))
        .map(([from, long]) => ({ from, until: from + long })),
      { maxLength: Math.ceil(days / 6) },
    ),
    leave: fc.array(
      fc
        .tuple(fc.noBias(fc.integer({ min: 0, max: days })), fc.integer({ min: 0, max: 6 }))
        .map(([from, more]) => ({ from, until: from + more })),
      { maxLength: Math.ceil(days / 30) },
    ),
    stopped: fc
      .option(minute, { nil: undefined, freq: 1 })
      .map((at) => (at !== undefined && at % 4 === 0 ? at : undefined)),
  });
  return fc.integer({ min: 0, max: 2 }).chain((unit) => {
    const owed = courses.filter((course) => course.owedBy === unit);
    const free = courses.filter((course) => course.owedBy === undefined);
    return fc
      .tuple(fc.constant(owed), fc.subarray(free, { maxLength: Math.max(0, most - owed.length) || 2 }), rest)
      .chain(([must, chosen, others]) =>
        fc
          .tuple(...[...must, ...chosen].map((course) => taking(course, days)))
          .map((takings) => ({ unit, takings, ...others })),
      );
  });
};

/** So many invented employees, with odd numbers: the service sees to nobody at the moment at which it dies. The same seed gives the same lives. */
export const livesOf = (size: Size, seed: number): Life[] =>
  fc
    .sample(life(coursesOf(size), size), { numRuns: size.people, seed })
    .map((one, n) => ({ ...one, nth: 2 * n + 1 }));

/** Two restarts a day of up to two hours, and a Monday and a Thursday without any service. */
export const restartsOf = ({ days }: Size, seed: number) =>
  fc
    .sample(
      fc.tuple(
        ...[450, 780].map((earliest) =>
          fc.record({
            from: fc.oneof(
              fc.constant(earliest === 450 ? 480 : 780),
              fc.noBias(fc.integer({ min: 0, max: 10 })).map((n) => earliest + n * 30),
            ),
            ticks: fc.noBias(fc.integer({ min: 1, max: 4 })),
          }),
        ),
      ),
      { numRuns: days, seed },
    )
    .flatMap((some, day) =>
      day % 60 === 31 || day % 60 === 34
        ? [{ from: day * dayMinutes, until: (day + 1) * dayMinutes }]
        : some.map(({ from, ticks }) => ({
            from: day * dayMinutes + from,
            until: day * dayMinutes + from + ticks * 30,
          })),
    );
