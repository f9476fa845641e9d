import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCalendarDays, localDate } from '../local-date.ts';
import { isNight } from '../night.ts';
import { isWorkingDay } from '../working-days.ts';
import { decide, type Reminded } from './decide.ts';
import type { Given } from './item.ts';
import { itemKinds } from './item.ts';
import { startingMilestones } from './milestones.ts';
import { office, training } from './testing/people.ts';

const start = Date.parse('2026-02-20T00:00:00+07:00');
const moment = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((minute) => new Date(start + minute * 60_000));
const day = fc.integer({ min: -20, max: 90 }).map((n) => addCalendarDays('2026-02-20', n));

const item = fc
  .record({
    kind: fc.constantFrom(...itemKinds),
    due: day,
    since: day,
    done: fc.boolean(),
    snoozedUntil: fc.option(day, { nil: undefined }),
  })
  .map(({ snoozedUntil, ...rest }) => training({ ...rest, ...(snoozedUntil && { snoozedUntil }) }));

const person: fc.Arbitrary<Reminded> = fc
  .record({
    items: fc.array(item, { maxLength: 5 }),
    leave: fc.array(
      day.map((from) => ({ from, until: addCalendarDays(from, 3) })),
      { maxLength: 2 },
    ),
    talking: fc.boolean(),
  })
  .map(({ items, ...rest }) => ({
    ...rest,
    office,
    items: items.map((one, nth) => ({ ...one, key: `item:${nth}` })),
    given: [],
    stopped: false,
  }));

/** As a job would: decide, record, come back when told. */
const played = (rina: Reminded, from: Date) => {
  const given: Given[] = [];
  const moments: Date[] = [];
  for (let now: Date | undefined = from; now && moments.length < 100; ) {
    const decision = decide({ ...rina, given }, startingMilestones, now);
    moments.push(now);
    if (decision.is === 'say')
      given.push(
        ...decision.say.map(({ item: { key }, milestone }) => ({
          item: key,
          milestone,
          lane: decision.lane,
          at: moments.at(-1) ?? from,
        })),
      );
    now = decision.is === 'later' ? decision.at : decision.is === 'say' ? now : undefined;
  }
  return { given, moments };
};

test('whatever is open, each occasion is said once, by day, in hours, and it comes to an end', () => {
  fc.assert(
    fc.property(person, moment, (rina, now) => {
      const { given, moments } = played({ ...rina, talking: false }, now);
      expect(moments.length).toBeLessThan(100);
      const names = given.map(({ item: key, milestone }) => `${key} ${milestone}`);
      expect(new Set(names).size).toBe(names.length);
      for (const { at, item: key } of given) {
        expect(isWorkingDay(office.calendar, localDate(at, office.zone))).toBe(true);
        expect(isNight(at, office.zone)).toBe(false);
        expect(rina.items.find((one) => one.key === key)?.done).toBe(false);
      }
      const messages = Map.groupBy(given, ({ at }) => localDate(at, office.zone));
      for (const said of messages.values())
        expect(new Set(said.map(({ at }) => at.getTime())).size).toBeLessThan(3);
    }),
    { numRuns: 150 },
  );
});

test('before the moment it names there is nothing to say, and at that moment there is', () => {
  fc.assert(
    fc.property(person, moment, fc.double({ min: 0, max: 0.999, noNaN: true }), (rina, now, share) => {
      const decision = decide(rina, startingMilestones, now);
      if (decision.is !== 'later') return;
      const silent = { ...rina, talking: false };
      expect(decide(silent, startingMilestones, decision.at).is).toBe('say');
      if (rina.talking) return;
      const between = new Date(now.getTime() + Math.floor((decision.at.getTime() - now.getTime()) * share));
      expect(decide(silent, startingMilestones, between).is).toBe('later');
    }),
    { numRuns: 300 },
  );
});

test('when it says nothing is left, nothing is left on any later day', () => {
  fc.assert(
    fc.property(person, moment, fc.integer({ min: 0, max: 120 * 24 }), (rina, now, hours) => {
      if (decide(rina, startingMilestones, now).is !== 'nothing') return;
      const then = new Date(now.getTime() + hours * 3_600_000);
      expect(decide(rina, startingMilestones, then).is).toBe('nothing');
    }),
    { numRuns: 300 },
  );
});
