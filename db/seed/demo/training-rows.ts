import { addCalendarDays, type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import type { PositionGroup } from '../../../bot/domain/training/ip-asn-rules.ts';
import { readJp } from '../../../bot/domain/training/jp.ts';
import type { TrainingForm } from '../../../bot/domain/training/training-form.ts';
import { addWorkingDays, isWorkingDay } from '../../../bot/domain/working-days.ts';
import type { City } from '../../../bot/ports.ts';
import type { training } from '../../schema/index.ts';
import { isPersonnel } from './staff.ts';
import trainingsJson from './trainings.json' with { type: 'json' };

/** A training of the demo; days count from the seeding day, `lasts` is in working days. */
export type DemoTraining = {
  code: string;
  title: string;
  provider: string;
  form: TrainingForm;
  jp: number;
  listed: number;
  begins?: number;
  lasts?: number;
  ends?: number;
  register?: number;
  complete?: number;
  place?: string;
  url?: string;
  quota?: number;
  sponsor?: string;
  /** Whole rupiah in all; nobody said what some cost. */
  cost?: number;
  groups?: readonly PositionGroup[];
  /** Whose office it is the duty of, by what it handles. */
  office?: string;
  /** Whom it is made for, without being their duty. */
  suits?: PositionGroup;
  /** How many take part, and how many more wait for a seat. */
  people: number;
  waiting?: number;
};

/** What people learn elsewhere, without the office. */
export type DemoCourse = Pick<DemoTraining, 'title' | 'provider' | 'form' | 'jp'>;

export const demoTrainings = trainingsJson.trainings as readonly DemoTraining[];
export const demoCourses = trainingsJson.elsewhere as readonly DemoCourse[];
export const demoRefusals: readonly string[] = trainingsJson.refusals;

type Row = typeof training.$inferInsert;
type Town = Pick<City, 'agency' | 'units' | 'calendar'>;

/** Hours as rows hold them. */
export const jpOf = ({ jp }: Pick<DemoTraining, 'jp'>): number => readJp(String(jp)) ?? 0;

/** The office's day so many days from another: what lies ahead moves on to a working day, what is past back to one, so that order is kept. */
export const officeDay = (
  today: LocalDate,
  days: number,
  { calendar }: Pick<Town, 'calendar'>,
): LocalDate => {
  let day = addCalendarDays(today, days);
  while (!isWorkingDay(calendar, day)) day = addCalendarDays(day, days < 0 ? -1 : 1);
  return day;
};

/** The name of a provider that is an office of the city. */
const nameOf = (provider: string, { agency, units }: Town): string => {
  if (provider === 'personnel') return units.find(isPersonnel)?.name ?? agency.name;
  return units.find(({ handles }) => handles.includes(provider))?.name ?? provider;
};

/** The trainings of a city's demo, some over, some under way, most to come, as they stand on the day of `until`. */
export const trainingRows = (city: Town, until: Date): Row[] => {
  const today = localDate(until, city.agency.zone);
  const on = (days: number | undefined) => (days === undefined ? null : officeDay(today, days, city));
  return demoTrainings.map((one) => {
    const startsOn = on(one.begins);
    const lastDay = startsOn && addWorkingDays(city.calendar, startsOn, (one.lasts ?? 1) - 1).due;
    return {
      code: one.code,
      title: one.title,
      provider: nameOf(one.provider, city),
      form: one.form,
      jp: jpOf(one),
      startsOn,
      endsOn: on(one.ends) ?? lastDay,
      registerBy: on(one.register),
      completeBy: on(one.complete),
      url: one.url ?? null,
      place: one.place ?? null,
      quota: one.quota ?? null,
      sponsor: one.sponsor ?? null,
      cost: one.cost ?? null,
      mandatoryUnits: city.units
        .filter(({ handles }) => one.office !== undefined && handles.includes(one.office))
        .map(({ code }) => code),
      mandatoryGroups: [...(one.groups ?? [])],
      listedOn: addCalendarDays(today, one.listed),
    };
  });
};
