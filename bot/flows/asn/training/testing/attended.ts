import { randomBytes } from 'node:crypto';
import type { TestHall } from '../../../../../api/testing/hall.ts';
import { keepAttendanceCode } from '../../../../../db/stores/training/open-attendance.ts';
import { addCalendarDays, type LocalDate, localDate } from '../../../../domain/local-date.ts';
import { newAttendanceCode, shownAttendanceCode } from '../../../../domain/training/attendance-code.ts';

/** The local day of the hall's clock. */
export const todayIn = ({ hall }: TestHall): LocalDate =>
  localDate(hall.clock.now(), hall.city().agency.zone);

/** An invented training of some days from today on, or of others. */
export const plantTraining = async (
  house: TestHall,
  {
    code,
    title = 'Pelayanan Prima',
    provider = 'BPSDM Provinsi Jawa Tengah',
    from = 0,
    days = 1,
    quota = null,
    sponsor = null,
  }: {
    code: string;
    title?: string;
    provider?: string;
    from?: number;
    days?: number;
    quota?: number | null;
    sponsor?: string | null;
  },
): Promise<string> => {
  const starts = addCalendarDays(todayIn(house), from);
  await house.hall.database.sql`
    insert into training (code, title, provider, form, jp, starts_on, ends_on, register_by, place, quota, sponsor, listed_on)
    values (${code}, ${title}, ${provider}, 'bimtek', 800, ${starts}, ${addCalendarDays(starts, days - 1)},
      ${addCalendarDays(starts, -1)}, 'Aula Setda', ${quota}, ${sponsor}, ${addCalendarDays(starts, -30)})`;
  return code;
};

/** A code for one day of a training as the operator would make it, as it stands on the wall. */
export const shownCode = async (
  house: TestHall,
  training: string,
  day: LocalDate = todayIn(house),
): Promise<string> => {
  const { database, seal, city, clock } = house.hall;
  const code = newAttendanceCode(randomBytes);
  const kept = await keepAttendanceCode(database.sql, seal, city(), { training, day, code }, clock.now());
  if (!kept) throw new Error('this code is in use');
  return shownAttendanceCode(code);
};

/** Puts an employee by name into a training. */
export const enrolled = (
  { hall }: TestHall,
  name: string,
  training: string,
  state: 'registered' | 'waiting' | 'withdrawn' = 'registered',
) => hall.database.sql`
  insert into enrolment (employee_id, training_code, state, source, since, changed_at)
  select id, ${training}, ${state}, 'office', '2026-01-02', now() from employee where name = ${name}`;

/** What is known of an employee and a training. */
export const enrolmentOf = async ({ hall }: TestHall, name: string, training: string) =>
  (
    await hall.database.sql<
      { state: string; source: string; attended: LocalDate | null; reviewed: boolean }[]
    >`
    select n.state, n.source, n.attended_on::text as attended, n.reviewed from enrolment n join employee e on e.id = n.employee_id
    where e.name = ${name} and n.training_code = ${training}`
  )[0];
