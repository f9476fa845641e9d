import type { UnitFigures } from '../../../bot/domain/coaching/coaching-proposals.ts';
import type { CoachingRules } from '../../../bot/domain/coaching/coaching-rules.ts';
import { type Window, windowBefore } from '../../../bot/domain/coaching/figure.ts';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import { officeKindOf } from '../../../bot/domain/paths/office-kind-of.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { complaintDays, firstComplaints } from './complaints.ts';
import { figuresOf } from './figures.ts';

/** Windows of one length, each ending the day before the next begins, the newest first. */
const windowsBefore = (day: LocalDate, { windowDays, pastWindows }: CoachingRules): Window[] =>
  Array.from({ length: pastWindows }).reduce<Window[]>(
    (windows) => [...windows, windowBefore(windows.at(-1)?.from ?? day, windowDays)],
    [],
  );

/** Complaints of every office in each of some windows; only windows that began when the office had had its first. */
const pastOf = async (
  runner: Runner,
  { agency: { zone }, units, categories }: City,
  windows: readonly Window[],
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const [newest, oldest] = [windows[0], windows.at(-1)];
  if (!newest || !oldest) return new Map();
  const [days, firsts] = await Promise.all([
    complaintDays(runner, { from: oldest.from, until: newest.until }, zone),
    firstComplaints(runner, zone),
  ]);
  const office = ({ unit }: { unit: string }) => officeOf(unit, units, categories);
  const came = Map.groupBy(days, office);
  return new Map(
    [...Map.groupBy(firsts, office)].map(([code, all]) => {
      const first = all.map(({ day }) => day).toSorted()[0] ?? newest.until;
      const known = windows.filter(({ from }) => from >= first);
      const inside = ({ from, until }: Window) =>
        (came.get(code) ?? [])
          .filter(({ day }) => day >= from && day <= until)
          .reduce((sum, { count }) => sum + count, 0);
      return [code, known.map(inside)];
    }),
  );
};

/** What is measured today of every office that anything is known of, with its own past. */
export const unitFigures = async (
  runner: Runner,
  city: City,
  today: LocalDate,
  rules: CoachingRules,
): Promise<UnitFigures[]> => {
  const window = windowBefore(today, rules.windowDays);
  const [figures, past] = await Promise.all([
    figuresOf(runner, city, window),
    pastOf(runner, city, windowsBefore(window.from, rules)),
  ]);
  return [...figures].flatMap(([code, all]): UnitFigures[] => {
    const unit = city.units.find((one) => one.code === code);
    return unit ? [{ unit: code, office: officeKindOf(unit), past: past.get(code) ?? [], figures: all }] : [];
  });
};
