import { addCalendarDays, type LocalDate } from '../local-date.ts';
import { addWorkingDays, type Calendar } from '../working-days.ts';

/** The life of a cycle in its order, by the words of the announcement. */
export const phaseNames = [
  'sosialisasi',
  'nominasi',
  'verifikasi',
  'koreksi',
  'penilaian',
  'pemungutan_suara',
  'rekap',
  'masa_sanggah',
  'keputusan',
] as const;
export type PhaseName = (typeof phaseNames)[number];

/** A phase with its first and last local day, both within it, and the working days it was given. */
export type Phase = { name: PhaseName; days: number; from: LocalDate; until: LocalDate };

/** Phases as laid out; `estimate` where they leave the days for which holidays are decreed. */
export type Laid = { phases: readonly Phase[]; estimate: boolean };

/** Working days of each phase by our proposal (`award.md`), 51 in all. */
export const usualDays: { readonly [name in PhaseName]: number } = {
  sosialisasi: 10,
  nominasi: 10,
  verifikasi: 5,
  koreksi: 3,
  penilaian: 10,
  pemungutan_suara: 5,
  rekap: 2,
  masa_sanggah: 3,
  keputusan: 3,
};

/** Lays phases one behind the other, the first beginning on the first working day after a day. */
export const layAfter = (
  calendar: Calendar,
  after: LocalDate,
  wanted: readonly Pick<Phase, 'name' | 'days'>[],
): Laid => {
  const phases: Phase[] = [];
  let last = after;
  let estimate = false;
  for (const { name, days } of wanted) {
    if (!Number.isSafeInteger(days) || days < 1)
      throw new RangeError(`a phase lasts one working day or more: ${name}`);
    const begins = addWorkingDays(calendar, last, 1);
    const ends = addWorkingDays(calendar, last, days);
    phases.push({ name, days, from: begins.due, until: ends.due });
    estimate ||= begins.estimate || ends.estimate;
    last = ends.due;
  }
  return { phases, estimate };
};

/** The whole cycle from its first day by the agency's calendar; a first day that is no working day begins with the next one. */
export const layPhases = (
  calendar: Calendar,
  first: LocalDate,
  days: { readonly [name in PhaseName]: number } = usualDays,
): Laid =>
  layAfter(
    calendar,
    addCalendarDays(first, -1),
    phaseNames.map((name) => ({ name, days: days[name] })),
  );
