import { sql } from 'drizzle-orm';
import { endOfLocalDay, type LocalDate } from '../../../bot/domain/local-date.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { attendanceOffer, hashOfAttendance } from '../../reads/training/attendance.ts';
import { learnerOf, mayForEverybody } from '../../reads/training/learner.ts';
import type { Seal } from '../../sealed.ts';
import { writeAudit } from '../audit.ts';

const p = sql.placeholder;

const insertCode = prepared<{ day: string }>(sql`
insert into attendance_code (hash, training_code, day, expires_at)
values (${p('hash')}, ${p('training')}, ${p('day')}, ${p('expiresAt')}) on conflict do nothing returning day::text as day`);

type Shown = { training: string; day: LocalDate; code: string };

/** Makes a code let people in on one day of a training, beside those shown before; false where that code is in use. `employee`: who shows it, if not the operator. */
export const keepAttendanceCode = async (
  runner: Runner,
  seal: Seal,
  { agency: { zone } }: Pick<City, 'agency'>,
  { training, day, code, employee }: Shown & { employee?: number },
  at: Date,
): Promise<boolean> => {
  const [written] = await insertCode(runner, {
    hash: hashOfAttendance(seal, code),
    training,
    day,
    expiresAt: endOfLocalDay(day, zone).toISOString(),
  });
  if (!written) return false;
  await writeAudit(
    runner,
    seal,
    {
      action: 'attendance-opened',
      reason: `${training} ${day}`,
      ...(employee !== undefined && { employee }),
    },
    at,
  );
  return true;
};

/** The same from a chat. Throws `Overtaken` where its employee may not, the day is none of the training's, or the code is in use: it is decided again. */
export const openAttendance = async (
  runner: Runner,
  seal: Seal,
  city: Pick<City, 'agency'>,
  { id: contact }: Pick<Contact, 'id'>,
  { training, day, code }: Extract<Effect, { do: 'attendance.open' }>,
  at: Date,
): Promise<void> => {
  const learner = await learnerOf(runner, contact);
  const offer = await attendanceOffer(runner, city, { training, now: at });
  const may = learner && mayForEverybody(learner, 'open-attendance') && offer?.days.includes(day);
  if (!may) throw new Overtaken();
  const kept = await keepAttendanceCode(
    runner,
    seal,
    city,
    { training, day, code, employee: learner.id },
    at,
  );
  if (!kept) throw new Overtaken();
};
