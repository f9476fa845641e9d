import { sql } from 'drizzle-orm';
import { type LocalDate, localDate } from '../../../bot/domain/local-date.ts';
import type { AttendanceLook, AttendanceOffer } from '../../../bot/domain/training/attendance-view.ts';
import { attendanceDays, attending, isLastDay } from '../../../bot/domain/training/attending.ts';
import type { Enrolment } from '../../../bot/domain/training/enrolment.ts';
import type { Training } from '../../../bot/domain/training/training.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { learnerOf, mayForEverybody } from './learner.ts';

const p = sql.placeholder;

/** What is kept of a code shown in a room. */
export const hashOfAttendance = (seal: Seal, code: string): Buffer => seal.hash('attendance', code);

type Door = {
  code: string;
  title: string;
  quota: number | null;
  endsOn: LocalDate | null;
  day: LocalDate;
  state: Enrolment['state'] | null;
  attendedOn: LocalDate | null;
  taken: number;
  waiting: number;
};

const findDoor = prepared<Door>(sql`
select t.code, t.title, t.quota, t.ends_on::text as "endsOn", a.day::text as day, mine.state, mine.attended_on::text as "attendedOn",
  (select count(*)::int from enrolment n where n.training_code = t.code and n.state = 'registered') as taken,
  (select count(*)::int from enrolment n join employee e on e.id = n.employee_id and e.active
    where n.training_code = t.code and n.state = 'waiting') as waiting
from attendance_code a join training t on t.code = a.training_code
  left join enrolment mine on mine.training_code = t.code and mine.employee_id = ${p('employee')}::bigint
where a.hash = ${p('hash')} and a.expires_at > ${p('now')}`);

const findTries = prepared<{ tried: string[] }>(sql`
select coalesce(json_agg(at), '[]') as tried from code_try
where contact_id = ${p('contact')} and at > ${p('now')}::timestamptz - interval '24 hours'`);

/** Whom a code lets in, and to what: read again by the store that writes it. */
export const readDoor = async (
  runner: Runner,
  seal: Seal,
  { code, employee, now, zone }: { code: string; employee: number; now: Date; zone: string },
) => {
  const [door] = await findDoor(runner, {
    hash: hashOfAttendance(seal, code),
    employee,
    now: now.toISOString(),
  });
  if (!door) return undefined;
  const { state, attendedOn, quota, ...rest } = door;
  const mine = state ? { state, attendedOn } : undefined;
  const is = attending({ ...rest, mine, training: { quota }, today: localDate(now, zone) });
  return { ...rest, state, is, last: isLastDay(rest, rest.day) };
};

/** What a code comes to for the employee this chat speaks as; null for whoever is none. */
export const lookAtAttendance = async (
  runner: Runner,
  seal: Seal,
  { agency: { zone } }: Pick<City, 'agency'>,
  { code, contact, now }: { code: string; contact: number; now: Date },
): Promise<AttendanceLook | null> => {
  const learner = await learnerOf(runner, contact);
  if (!learner) return null;
  const [door, [tries]] = await Promise.all([
    readDoor(runner, seal, { code, employee: learner.id, now, zone }),
    findTries(runner, { contact, now: now.toISOString() }),
  ]);
  const found = door && {
    training: door.code,
    title: door.title,
    day: door.day,
    last: door.last,
    is: door.is,
  };
  const tried = (tries?.tried ?? []).map((at) => new Date(at).toISOString());
  return { tried, found: found ?? null };
};

const findHeld = prepared<Pick<Training, 'title' | 'startsOn' | 'endsOn' | 'completeBy'>>(sql`
select title, starts_on::text as "startsOn", ends_on::text as "endsOn", complete_by::text as "completeBy"
from training where code = ${p('code')}`);

/** A training and the days for which a code can be shown; `undefined` for a code that no training has. */
export const attendanceOffer = async (
  runner: Runner,
  { agency: { zone } }: Pick<City, 'agency'>,
  { training: code, now }: { training: string; now: Date },
): Promise<AttendanceOffer | undefined> => {
  const [held] = await findHeld(runner, { code });
  return held && { title: held.title, days: attendanceDays(held, localDate(now, zone)) };
};

/** The same for whoever may show one; null for everybody else. */
export const attendanceOfferFor = async (
  runner: Runner,
  city: Pick<City, 'agency'>,
  { training, contact, now }: { training: string; contact: number; now: Date },
): Promise<AttendanceOffer | null> => {
  const learner = await learnerOf(runner, contact);
  if (!learner || !mayForEverybody(learner, 'open-attendance')) return null;
  return (await attendanceOffer(runner, city, { training, now })) ?? null;
};
