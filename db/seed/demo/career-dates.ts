import { addCalendarDays, type LocalDate } from '../../../bot/domain/local-date.ts';
import { createDice } from './dice.ts';
import type { DemoEmployee } from './staff.ts';

/** A date of the career of the person with that number. */
export type DemoDate = { nip: string; kind: string; date: LocalDate; note: string | null };

type Servant = Pick<DemoEmployee, 'nip' | 'kind' | 'roles'>;

const seed = 20_263;

const two = (count: number) => String(count).padStart(2, '0');

/** The first of a month in the first year from `from` on that is so many years after, in steps, and lies ahead. */
const nextStep = (
  began: { year: number; month: number },
  everyYears: number,
  today: LocalDate,
): LocalDate => {
  let { year } = began;
  const on = () => `${year}-${two(began.month)}-01`;
  while (on() <= addCalendarDays(today, 1)) year += everyYears;
  return on();
};

/** The first of the month after the birthday at which somebody retires (UU 20/2023 art. 55: heads of offices at 60, others at 58). */
const retirement = ({ nip, roles }: Servant): LocalDate => {
  const year = Number(nip.slice(0, 4)) + (roles.includes('supervisor') ? 60 : 58);
  const month = Number(nip.slice(4, 6));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`;
};

/**
 * Dates of the invented ASN's careers after `today`, as a personnel file would have them: the raise every two years after the
 * start (PP 7/1977), for most a promotion every four, retirement; of a PPPK the end of a contract of five years.
 */
export const careerDates = (staff: readonly Servant[], today: LocalDate): DemoDate[] => {
  const dice = createDice(seed);
  return staff.flatMap((one): DemoDate[] => {
    const { nip, kind } = one;
    if (kind === 'other') return [];
    const year = Number(nip.slice(8, 12));
    if (kind === 'pppk') {
      const ends = nextStep({ year: year + 5, month: 1 }, 5, today);
      return [{ nip, kind: 'kontrak', date: addCalendarDays(ends, -1), note: null }];
    }
    const retires = retirement(one);
    const began = { year, month: Number(nip.slice(12, 14)) };
    const raise = nextStep(began, 2, today);
    const promoted = dice.chance(0.6);
    return [
      { nip, kind: 'kgb', date: raise, note: null },
      ...(promoted
        ? [{ nip, kind: 'pangkat', date: nextStep({ ...began, year: year + 1 }, 4, today), note: null }]
        : []),
      { nip, kind: 'pensiun', date: retires, note: null },
    ].filter(({ kind: what, date }) => date > today && (what === 'pensiun' || date < retires));
  });
};
