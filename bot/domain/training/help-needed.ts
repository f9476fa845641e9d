import { addCalendarDays, type LocalDate } from '../local-date.ts';
import type { Item, ItemKind } from '../reminding/item.ts';
import { type Jp, percentOf } from './jp.ts';
import type { TrainingRules } from './training-rules.ts';
import type { YearStanding } from './year-standing.ts';

/** So many days ahead a deadline is worth a supervisor's look. */
export const soonDays = 14;

/** Why a colleague stands among those who could use a hand: something is overdue, hours lag behind the year, or a day comes near. */
export type Need = {
  is: 'late' | 'behind' | 'soon';
  kind: Exclude<ItemKind, 'date'>;
  /** The item it is about. */
  key: string;
  about: string;
  /** The day it was or is due; of hours that lag the first day of the year by which they were missing. */
  on: LocalDate;
};

/** What of somebody's items a supervisor looks at: dates of a career are nobody's business but their own and the personnel office's. */
export const openItems = (
  items: readonly Item[],
  today: LocalDate,
): (Item & { kind: Exclude<ItemKind, 'date'> })[] =>
  items
    .filter(
      (item): item is Item & { kind: Exclude<ItemKind, 'date'> } =>
        item.kind !== 'date' && !item.done && (item.kind !== 'register' || item.due >= today),
    )
    .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));

/** The first day of the year by which hours were missing that still are. */
export const behindSince = (
  { verified, duty, year }: Pick<YearStanding, 'verified' | 'duty' | 'year'>,
  pace: TrainingRules['pace'],
  today: LocalDate,
): LocalDate | undefined => {
  if (duty.is !== 'target') return undefined;
  const owed = (percent: number): Jp => percentOf(duty.jp, percent);
  return pace
    .filter(({ percent }) => owed(percent) > verified)
    .map(({ on }) => `${year}-${on}`)
    .filter((on) => on <= today)
    .toSorted()[0];
};

const inOrder = (one: Need, other: Need): number => {
  const rank = ({ is }: Need): number => (is === 'soon' ? 1 : 0);
  return rank(one) - rank(other) || (one.on < other.on ? -1 : one.on > other.on ? 1 : 0);
};

/** Everything a colleague could use a hand with: what is longest behind first, then what is due within two weeks. */
export const needsOf = (
  items: readonly Item[],
  standing: Pick<YearStanding, 'verified' | 'duty' | 'year'>,
  pace: TrainingRules['pace'],
  today: LocalDate,
): Need[] =>
  openItems(items, today)
    .flatMap(({ kind, key, due, reason }): Need[] => {
      const need = { kind, key, about: reason.about };
      const since = kind === 'jp_pace' ? behindSince(standing, pace, today) : undefined;
      if (since) return [{ ...need, is: 'behind', on: since }];
      if (due < today) return [{ ...need, is: 'late', on: due }];
      return due <= addCalendarDays(today, soonDays) ? [{ ...need, is: 'soon', on: due }] : [];
    })
    .toSorted(inOrder);

/** The order in which a list names people: who waits longest for a hand first. */
export const longestFirst = <P extends { name: string; needs: readonly Need[] }>(people: readonly P[]): P[] =>
  people
    .filter(({ needs }) => needs.length > 0)
    .toSorted((one, other) => {
      const [a, b] = [one.needs[0], other.needs[0]];
      return (a && b ? inOrder(a, b) : 0) || one.name.localeCompare(other.name, 'id');
    });
