import { sql } from 'drizzle-orm';
import { agencyHours } from '../../bot/domain/agency-hours.ts';
import type { Duty } from '../../bot/domain/duty-hours.ts';
import { addCalendarDays, localDate } from '../../bot/domain/local-date.ts';
import type { City } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

type ShiftRow = {
  unit: string;
  person: number;
  from: string;
  until: string;
  opens: string | null;
  closes: string | null;
};
type AbsenceRow = { person: number; from: string; until: string; stand_in: number | null };

/** Rosters and leave from a day on. */
export type DutyRows = { shifts: readonly ShiftRow[]; absences: readonly AbsenceRow[] };

const findShifts = prepared<ShiftRow>(sql`
select unit_code as unit, employee_id::int as person, from_day::text as from, until_day::text as until, opens, closes
from duty_shift where until_day >= ${p('from')}::date and from_day <= ${p('until')}::date`);

const findAbsences = prepared<AbsenceRow>(sql`
select employee_id::int as person, from_day::text as from, until_day::text as until, stand_in_id::int as stand_in
from absence where ended_at is null and until_day >= ${p('from')}::date and from_day <= ${p('until')}::date`);

/** Nobody is planned for further ahead. */
const aheadDays = 93;

/** Rosters and leave around a moment. */
export const findDuty = async (runner: Runner, now: Date, { agency }: City): Promise<DutyRows> => {
  const from = localDate(now, agency.zone);
  const days = { from, until: addCalendarDays(from, aheadDays) };
  const [shifts, absences] = await Promise.all([findShifts(runner, days), findAbsences(runner, days)]);
  return { shifts, absences };
};

/** When an office works and who of it is there. */
export const dutyOf = ({ shifts, absences }: DutyRows, office: string, city: City): Duty<number> => ({
  ...agencyHours(city),
  roster: shifts
    .filter(({ unit }) => unit === office)
    .map(({ person, from, until, opens, closes }) => ({
      person,
      from,
      until,
      ...(opens !== null && { opens }),
      ...(closes !== null && { closes }),
    })),
  absences: absences.map(({ person, from, until, stand_in }) => ({
    person,
    from,
    until,
    ...(stand_in !== null && { standIn: stand_in }),
  })),
});

/** People who are always there: those who try the service out, at whatever hour. */
export const roundTheClock = (people: readonly number[], { agency, calendar }: City): Duty<number> => ({
  zone: agency.zone,
  calendar,
  hours: agency.settings.officeHours,
  roster: people.map((person) => ({
    person,
    from: '2000-01-01',
    until: '2999-12-31',
    opens: '00.00',
    closes: '24.00',
  })),
  absences: [],
});
