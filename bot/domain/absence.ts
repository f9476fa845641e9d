import type { LocalDate } from './local-date.ts';

/** `/cuti`: somebody is away from one day up to and including another, with a stand-in where one was named. */
export type Absence<P> = { person: P; from: LocalDate; until: LocalDate; standIn?: P };

/**
 * Who does a person's work on a day: they themselves, their stand-in, or the stand-in's stand-in; `undefined` when
 * everybody in the chain is away or two stand in for each other, so that the work goes back to the office.
 */
export function actingFor<P>(
  person: P,
  day: LocalDate,
  absences: readonly Absence<P>[],
  asked: readonly P[] = [],
): P | undefined {
  if (asked.includes(person)) return undefined;
  const away = absences.filter((one) => one.person === person && one.from <= day && day <= one.until);
  if (away.length === 0) return person;
  const standIn = away.findLast((one) => one.standIn !== undefined)?.standIn;
  return standIn === undefined ? undefined : actingFor(standIn, day, absences, [...asked, person]);
}

/** Local days; `standIn` is a name. `may`: whether they may name somebody. */
export type LeaveView = {
  may: boolean;
  running: { from: string; until: string; standIn: string | null } | null;
  colleagues: { id: number; name: string }[];
};
