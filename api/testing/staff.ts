import { randomBytes } from 'node:crypto';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { nextDuty } from '../../bot/domain/duty-hours.ts';
import {
  addCalendarDays,
  addHours,
  endOfLocalDay,
  type LocalDate,
  localDate,
} from '../../bot/domain/local-date.ts';
import { isWorkingDay } from '../../bot/domain/working-days.ts';
import { makeCode } from '../../db/stores/activation.ts';
import type { OpenHall } from '../hall.ts';
import { hireSomebody } from './employee.ts';
import type { TestHall } from './hall.ts';

/** Moves the hall's clock to an hour after the next morning's opening, when everybody is on duty, or to the morning of a given day. */
export const openOffice = async (
  { city, clock }: Pick<OpenHall, 'city' | 'clock'>,
  day?: LocalDate,
): Promise<void> => {
  const { agency, calendar } = city();
  const { zone, settings } = agency;
  const duty = { zone, calendar, hours: settings.officeHours, roster: [], absences: [] };
  const today = day ? addCalendarDays(day, -1) : localDate(clock.now(), zone);
  const midnight = endOfLocalDay(today, zone);
  const opens =
    day && !isWorkingDay(calendar, day) ? addHours(midnight, 9) : nextDuty('anybody', midnight, duty);
  if (!opens) throw new Error('no office opens within three months');
  await clock.shift(Math.round((addHours(opens, 1).getTime() - clock.now().getTime()) / 1000));
};

/** An invented employee whose chat speaks as them. `unit`: the code of their office; street lamps are the Dinas Perhubungan's. */
export const linkStaff = async (
  house: TestHall,
  {
    name = 'Budi Santoso',
    roles = ['officer'],
    unit = 'dinas_perhubungan',
  }: { name?: string; roles?: string[]; unit?: string } = {},
): Promise<ReturnType<TestHall['actor']>> => {
  const { database, seal, clock } = house.hall;
  const nip = await hireSomebody(database.sql, { name, roles, unit });
  const made = await makeCode(database.sql, seal, { nip, now: clock.now(), random: randomBytes });
  if (typeof made === 'string') throw new Error(made);
  const actor = house.actor({ firstName: name });
  await playTranscript(`> /masuk ${made.code}\nChat ini sekarang terhubung…`, actor);
  return actor;
};

/** Cleans what photos came, so that letters that wait for them need wait no longer. */
const showPhotos = async ({ clean, hall }: TestHall): Promise<void> => {
  await clean();
  await hall.database.sql`update letter set not_before = now() where state = 'waiting'`;
};

/** Somebody reports a street lamp in few words, and whoever is on duty hears of it; gives the report's number. */
export const fileReport = async (
  house: TestHall,
  {
    actor = house.actor(),
    words = 'lampu jalan mati di depan SMP 2',
    identity = 'Biasa',
    at,
    photo = false,
  }: {
    actor?: ReturnType<TestHall['actor']>;
    words?: string;
    identity?: 'Biasa' | 'Tertutup';
    at?: string;
    photo?: boolean;
  } = {},
): Promise<string> => {
  const { names } = await playTranscript(
    `
    > /lapor
    > ${words}
    > 1
    > ${at ? `(location ${at})` : 'lewati'}
    ${photo ? '> (photo)' : '> lewati'}
    > ${identity}
    > Kirim
    Terima kasih, laporan sudah kami terima ✅
    Nomor: {ticket}
    …
  `,
    actor,
  );
  await house.hall.announce();
  if (photo) await showPhotos(house);
  await house.hall.deliver();
  return names.get('ticket') ?? '';
};

/** A report that somebody filed lies open before an employee who was written to about it. */
export const openCase = async (
  house: TestHall,
  staff: ReturnType<TestHall['actor']>,
  filed: Parameters<typeof fileReport>[1] = {},
): Promise<{ Sri: ReturnType<TestHall['actor']>; ticket: string }> => {
  const Sri = house.actor();
  const ticket = await fileReport(house, { actor: Sri, ...filed });
  await Sri.seen();
  await staff.seen();
  await staff.press('Lihat laporan');
  await staff.seen();
  return { Sri, ticket };
};
