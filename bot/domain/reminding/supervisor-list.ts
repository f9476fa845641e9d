import { addCalendarDays, type LocalDate } from '../local-date.ts';
import { ignoredOf } from './ignored.ts';
import type { Given, Item } from './item.ts';
import { dayOf } from './office-days.ts';
import { mayWrite, type Worker } from './writing-hours.ts';

/** From so many passed over on, a supervisor hears of an item; the person was told first, as often. */
export const ignoredBeforeSupervisor = 3;

const daysBetweenLists = 7;

/** One of the people a supervisor answers for. Who said *berhenti* is not held up to anybody; the console shows them. */
export type Subordinate<P> = {
  person: P;
  items: readonly Item[];
  given: readonly Given[];
  stopped: boolean;
};

/** A supervisor, and every line of the lists they were given before. */
export type Supervisor<P> = Worker & {
  people: readonly Subordinate<P>[];
  listed: readonly { person: P; item: string; on: LocalDate }[];
  stopped: boolean;
  talking: boolean;
};

export type SupervisorLine<P> = { person: P; item: Item; ignored: number };

/**
 * The list for a supervisor now: everything their people passed over three times, the longest due first; empty when there is
 * nothing new since the last one, within a week of it, or while they may not be written to.
 */
export function supervisorList<P>(supervisor: Supervisor<P>, now: Date): SupervisorLine<P>[] {
  const { office, listed, people, stopped, talking } = supervisor;
  const weekAgo = addCalendarDays(dayOf(office, now), -daysBetweenLists);
  if (stopped || talking || listed.some(({ on }) => on > weekAgo) || !mayWrite(supervisor, now)) return [];
  const lines = people
    .filter((one) => !one.stopped)
    .flatMap(({ person, items, given }) =>
      items.map((item) => ({ person, item, ignored: ignoredOf(item, given, office, now) })),
    )
    .filter(({ ignored }) => ignored >= ignoredBeforeSupervisor)
    .toSorted((one, other) => (one.item.due < other.item.due ? -1 : one.item.due > other.item.due ? 1 : 0));
  const isNew = (line: SupervisorLine<P>) =>
    !listed.some(({ person, item }) => person === line.person && item === line.item.key);
  return lines.some(isNew) ? lines : [];
}
