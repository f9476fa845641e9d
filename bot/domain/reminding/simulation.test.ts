import { beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../local-date.ts';
import { decide, type Reminded } from './decide.ts';
import type { Given, Item } from './item.ts';
import { startingMilestones } from './milestones.ts';
import { snoozeUntil } from './snooze.ts';
import { expectedOf } from './testing/oracle.ts';
import { office } from './testing/people.ts';
import {
  dayMinutes,
  dayOf,
  days,
  type Employee,
  firstDay,
  isSeenTo,
  outagesOf,
  tickMinutes,
  townOf,
} from './testing/town.ts';

const start = Date.parse(`${firstDay}T00:00:00+07:00`);
const instant = (minute: number) => new Date(start + minute * 60_000);
const dayAt = (minute: number) => dayOf(Math.floor(minute / dayMinutes));

/** How an employee's item stands at a minute. */
const itemAt = (employee: Employee, now: number): Item[] =>
  employee.items
    .filter(({ born }) => born <= now)
    .map(({ key, kind, due, born, done }) => {
      const tap = employee.snoozes
        .filter(({ item, at }) => item === key && at <= now)
        .toSorted((one, other) => one.at - other.at)
        .at(-1);
      return {
        key,
        kind,
        due,
        since: dayAt(born),
        done: done !== undefined && done <= now,
        ...(tap && { snoozedUntil: snoozeUntil(tap.snooze, dayAt(tap.at), office.calendar) }),
        reason: { about: kind === 'date' ? 'kgb' : key, source: 'mandatory' as const, asker: 'BKPSDM' },
      };
    });

const personAt = (employee: Employee, given: readonly Given[], now: number): Reminded => ({
  office,
  leave: employee.leave,
  items: itemAt(employee, now),
  given,
  stopped: employee.stopped !== undefined && employee.stopped <= now,
  talking: employee.talks.some(({ from, until }) => from <= now && now < until),
});

/** When something happened to an employee that makes the moment they were put off to worthless. */
const changesOf = ({ items, snoozes, stopped }: Employee): number[] =>
  [...items.flatMap(({ born, done }) => [born, done]), ...snoozes.map(({ at }) => at), stopped].filter(
    (at) => at !== undefined,
  );

type Row = Given & { person: number };

/** A table in which a milestone and the messages of a day are unique; of two processes that decided the same, one gets in. */
const createTable = () => {
  const rows: Row[] = [];
  const ofPerson = new Map<number, Row[]>();
  const keys = new Set<string>();
  return {
    of: (person: number): readonly Given[] => ofPerson.get(person) ?? [],
    record: (message: readonly Row[]): boolean => {
      const wanted = message.map(({ person, item, milestone }) => `${person} ${item} ${milestone}`);
      const [first] = message;
      if (first) wanted.push(`${first.person} ${localDate(first.at, office.zone)} ${first.lane}`);
      if (wanted.some((key) => keys.has(key))) return false;
      for (const key of wanted) keys.add(key);
      rows.push(...message);
      for (const row of message) ofPerson.set(row.person, [...(ofPerson.get(row.person) ?? []), row]);
      return true;
    },
    rows,
  };
};

const seed = 6;
const town = townOf(200, seed);
const outages = outagesOf(seed);
const table = createTable();
const again: string[] = [];
let refused = 0;

/** Two processes decide from what both have read, both want to record it, and then one decides once more. */
function seeTo(employee: Employee, now: number): number {
  const at = instant(now);
  const { nth: person } = employee;
  const read = personAt(employee, table.of(person), now);
  const [one, other] = [decide(read, startingMilestones, at), decide(read, startingMilestones, at)];
  for (const decision of [one, other]) {
    if (decision.is !== 'say') continue;
    const { say, lane } = decision;
    const message = say.map(({ item, milestone }) => ({ person, item: item.key, milestone, lane, at }));
    if (!table.record(message)) refused += 1;
  }
  const after = decide(personAt(employee, table.of(person), now), startingMilestones, at);
  if (after.is === 'say') again.push(`${person} at ${at.toISOString()}`);
  return after.is === 'later' ? (after.at.getTime() - start) / 60_000 : Number.POSITIVE_INFINITY;
}

/** The clock, tick by tick; a restart forgets when everybody was to be looked at again. */
function run(): void {
  const changes = town.map((one) => changesOf(one).toSorted((a, b) => a - b));
  let lookAt = new Map<number, number>();
  for (let now = 0; now < days * dayMinutes; now += tickMinutes) {
    if (outages.some(({ until }) => until === now)) lookAt = new Map();
    for (const employee of town) {
      const { nth } = employee;
      const changed = changes[nth]?.some((at) => now - tickMinutes < at && at <= now);
      if (changed) lookAt.delete(nth);
      if ((lookAt.get(nth) ?? 0) > now || !isSeenTo(employee, now, outages)) continue;
      lookAt.set(nth, seeTo(employee, now));
    }
  }
}

describe('sixty days of a town over Lebaran, with two restarts a day and everything run twice:', () => {
  const line = (person: number, item: string, milestone: string, lane: string, at: number) =>
    `${person} ${dayAt(at)} ${at % dayMinutes} ${lane} ${item} ${milestone}`;
  const said = () =>
    table.rows.map(({ person, item, milestone, lane, at }) =>
      line(person, item, milestone, lane, (at.getTime() - start) / 60_000),
    );

  beforeAll(run, 60_000);

  test('every reminder of the oracle is said once, at its minute, and none other', () => {
    const expected = town.flatMap((employee) =>
      expectedOf(employee, outages).map(({ item, milestone, lane, at }) =>
        line(employee.nth, item, milestone, lane, at),
      ),
    );
    expect(said().toSorted()).toEqual(expected.toSorted());
  });

  test('run again, it says nothing again', () => {
    expect(again).toEqual([]);
    const messages = new Set(table.rows.map(({ person, at }) => `${person} ${at.getTime()}`));
    expect(refused).toBe(messages.size);
  });

  test('finishing and stopping silence from that minute', () => {
    for (const { person, item, at } of table.rows) {
      const now = (at.getTime() - start) / 60_000;
      const { items, stopped } = town[person] ?? { items: [], stopped: 0 };
      expect(items.find(({ key }) => key === item)?.done ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
      expect(stopped ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
    }
  });

  test('the town has everything in it that the rules speak of', () => {
    const lines = said();
    expect(lines.length).toBeGreaterThan(2_000);
    for (const seen of [' deadline ', ' again:', ' -1', ' -7', ' 03-31', 'kgb 60', 'register'])
      expect(lines.filter((one) => one.includes(seen)).length, seen).toBeGreaterThan(10);
    const during = (at: number | undefined) => at !== undefined && at > 0 && at < days * dayMinutes;
    const finished = town.flatMap(({ items }) => items.filter(({ done }) => during(done)));
    expect(finished.length).toBeGreaterThan(200);
    expect(town.filter(({ stopped }) => during(stopped)).length).toBeGreaterThan(20);
  });
});
