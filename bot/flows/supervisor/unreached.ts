import { fact, form } from '../../conversation/form.ts';
import { literal, type Reply, say, type Text } from '../../conversation/reply.ts';
import { shortTitle } from '../../domain/training/short-title.ts';
import type { Unreached, UnreachedUnit } from '../../domain/training/unit-view.ts';
import { pageOfList, readPaged } from './paged.ts';

type Answers = { unit: string; page: number };
type Facts = { units: UnreachedUnit[] | null; people: Unreached[] | null };

/** All units; no unit has such a code. */
const all = '.';
const perPage = 6;

const total = (units: readonly UnreachedUnit[], of: 'unreached' | 'people'): number =>
  units.reduce((sum, one) => sum + one[of], 0);

const byUnit = (units: readonly UnreachedUnit[], page: number): Reply => {
  const other = { id: 'go:unit', label: say('button.unit.other') };
  const some = units.filter((one) => one.unreached > 0);
  if (some.length === 0) return { text: say('unreached.none'), choices: [other] };
  const { shown, turns } = pageOfList(some, page, perPage, `go:unreached:${all}`);
  return {
    text: {
      join: [
        say('unreached.title', { count: total(units, 'unreached'), people: total(units, 'people') }),
        ...shown.map(({ name, unreached, people }) =>
          say('unreached.unit', { unit: literal(shortTitle(name, 60)), count: unreached, people }),
        ),
      ],
      by: '\n',
    },
    choices: [
      ...shown.map(({ code, name }) => ({
        id: `go:unreached:${code}`,
        label: literal(shortTitle(name, 60)),
      })),
      ...turns,
      other,
    ],
    columns: 1,
  };
};

const line = ({ name, why, since }: Unreached): Text =>
  say('unreached.line', {
    name: literal(shortTitle(name, 40)),
    what: say(`unreached.${why}`, { date: { date: since, year: true } }),
  });

/** Names of one unit, more of them on a page, for they need no buttons. */
const namesPerPage = 12;

const ofUnit = (unit: UnreachedUnit, people: readonly Unreached[], page: number): Reply => {
  const { shown, turns } = pageOfList(people, page, namesPerPage, `go:unreached:${unit.code}`);
  return {
    text: {
      join: [
        say('unreached.of', { unit: literal(unit.name), count: people.length }),
        ...shown.map(line),
        say('unreached.how'),
      ],
      by: '\n',
    },
    choices: [
      ...turns,
      { id: 'go:give-code', label: say('button.give-code') },
      { id: 'go:unreached', label: say('button.unit.unreached') },
    ],
  };
};

/** For the personnel office: who cannot be reached in chat, counted by unit and then by name, since when and why. */
export const unreached = form<Answers, Facts>({
  id: 'unreached',
  work: true,
  starts: (argument) => {
    const { of, page } = readPaged(argument);
    return of ? { unit: of, page } : {};
  },
  facts: {
    units: fact<Answers, UnreachedUnit[] | null, true>({
      of: () => true,
      read: (reads) => reads.unreachedUnits(),
    }),
    people: fact<Answers, Unreached[] | null, string>({
      of: ({ unit }) => (unit === undefined || unit === all ? undefined : unit),
      read: (reads, unit) => reads.unreachedOf(unit),
    }),
  },
  questions: () => ({}),
  finish: ({ answers: { unit, page = 0 }, facts: { units, people } }) => {
    if (!units) return { say: [{ text: say('unit.not-yours') }] };
    const named = units.find(({ code }) => code === unit);
    return { say: [named && people ? ofUnit(named, people, page) : byUnit(units, page)] };
  },
  draft: () => undefined,
});
