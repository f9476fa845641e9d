import { createTelegramEmulator, serveEmulator } from '../../../bot/channels/telegram/emulator/index.ts';
import { dayMinutes, dayOf } from '../../../bot/domain/reminding/testing/town.ts';
import { connect, type Database } from '../../../db/database.ts';
import { createSeal } from '../../../db/sealed.ts';
import { seedCity } from '../../../db/seed/index.ts';
import { testDatabase } from '../../../db/testing.ts';
import { type OpenHall, openHall } from '../../hall.ts';
import { jobsOf } from '../../jobs.ts';
import { leanPost } from '../../lean-post.ts';
import { addTelegramBot } from '../../telegram-bot.ts';
import { hireSomebody } from '../employee.ts';
import { keptLog, testKey, testToken } from '../hall.ts';
import { atOnce } from '../renderings/rendering.ts';
import { type Event, eventsOf, type Known, settle } from './enact.ts';
import { coursesOf, type Life, restartsOf, type Size } from './life.ts';
import { asTold } from './plainly.ts';

/** What is done to the tables behind the back of the house. */
export type Spoil = (sql: Database['sql']) => Promise<unknown>;

/** A message as somebody's phone showed it, at the minute of the clock. */
export type Heard = { person: number; at: number; text: string };

/** What came of it all: what phones showed, and what the house wrote down as said. */
export type Played = {
  heard: Heard[];
  written: { person: number; item: string; milestone: string; lane: string; at: number }[];
  close: () => Promise<void>;
};

/** The clock moves by so many minutes. */
export const tick = 30;
/** The job runs from six to six. */
const day = { from: 6 * 60, until: 18 * 60 };
const seasons = [
  {
    from: '2026-02-19',
    until: '2026-03-19',
    hours: [{ days: [1, 2, 3, 4, 5], opens: '08.00', closes: '15.00' }],
  },
];
const units = ['dinas_perhubungan', 'dinas_kesehatan', 'disdukcapil'];
const firstMidnight = Date.parse(`${dayOf(0)}T00:00:00+07:00`);
/** Two seconds past the minute, for the clock is set by the second. */
const instant = (minute: number) => new Date(firstMidnight + minute * 60_000 + 2_000);

/** A process of the service: opened anew after each restart. */
const openProcess = async (url: string, apiRoot: string): Promise<{ hall: OpenHall; database: Database }> => {
  const database = connect(url, { max: 4 });
  const hall = await openHall({
    database,
    seal: createSeal(testKey),
    log: keptLog(),
    publicUrl: 'https://sapa.example',
    pace: atOnce,
  });
  addTelegramBot(hall, { token: testToken, apiRoot }, { media: async () => 0, post: leanPost });
  return { hall, database };
};

const work = async ({ hall }: { hall: OpenHall }) =>
  jobsOf(hall, async () => 0)
    .find(({ name }) => name === 'remind-training')
    ?.run();

/** Everybody's chat and file. */
const meet = async (hall: OpenHall, lives: readonly Life[], account: string): Promise<Map<number, Known>> => {
  const known = new Map<number, Known>();
  const { sql } = hall.database;
  for (const { nth, unit } of lives) {
    const nip = await hireSomebody(sql, { name: `Pegawai ${nth}`, unit: units[unit] ?? '' });
    const { contact } = await hall.sessions.open(
      { channel: 'telegram', account, id: String(9_000_000 + nth) },
      true,
    );
    const [row] = await sql<
      { id: number }[]
    >`update employee set created_at = '2025-01-01' where nip = ${nip} returning id::int as id`;
    const employee = row?.id ?? 0;
    await sql`insert into staff_link (employee_id, contact_id, channel, since) values (${employee}, ${contact.id}, 'telegram', '2025-01-01')`;
    known.set(nth, { employee, contact: contact.id });
  }
  return known;
};

/**
 * Plays lives through the real house: two processes on one database run the job at once and both deliver; at each outage the
 * job has run and nothing of it was sent, and afterwards both processes are new. `spoil`: breaks something behind the back of the
 * house after each step, to show that it is found out.
 */
export const play = async (
  size: Size,
  lives: readonly Life[],
  seed: number,
  spoil: Spoil = async () => {},
): Promise<Played> => {
  const own = await testDatabase();
  const emulator = createTelegramEmulator({
    bots: [{ token: testToken }],
    timeScale: 0.01,
    messagesPerChat: 5,
  });
  const telegram = await serveEmulator(emulator);
  const seeding = connect(own.url, { max: 1 });
  await seedCity(seeding, 'salatiga');
  const [named] = await seeding.sql<{ name: string }[]>`select current_database() as name`;
  await seeding.sql.unsafe(`alter database "${named?.name}" set synchronous_commit = off`);
  await seeding.sql`update agency set settings = settings || ${JSON.stringify({ training: { seasons } })}::text::jsonb`;
  const open = async () =>
    Promise.all([openProcess(own.url, telegram.url), openProcess(own.url, telegram.url)]);
  let processes = await open();
  const shut = () => Promise.all(processes.map(({ database }) => database.close()));
  const [{ hall }] = processes;
  const known = await meet(hall, lives, hall.channels[0]?.account ?? '');
  await settle(seeding.sql, { courses: coursesOf(size), lives, known, units });
  const heard: Heard[] = [];
  let now = 0;
  for (const { nth } of lives) {
    const phone = emulator.phone({ id: 9_000_000 + nth, firstName: `Pegawai ${nth}` });
    phone.type('/start');
    phone.subscribe((event) => {
      if (event.kind === 'message' && event.message.from === 'bot')
        heard.push({ person: nth, at: now, text: event.message.text });
    });
  }
  const { calendar } = hall.city();
  const events = lives
    .flatMap((life): Event[] => {
      const who = known.get(life.nth);
      return who ? eventsOf(life, asTold(life), who, calendar) : [];
    })
    .sort((one, other) => one.at - other.at);
  const outages = restartsOf(size, seed);
  const isDown = (at: number) => outages.some(({ from, until }) => from < at && at < until);
  let next = 0;
  for (now = 0; now < size.days * dayMinutes; now += tick) {
    const minute = now % dayMinutes;
    if (minute < day.from || minute >= day.until) continue;
    const from = next;
    while ((events[next]?.at ?? Number.POSITIVE_INFINITY) <= now) next += 1;
    const happening = events.slice(from, next);
    if (happening.length > 0)
      await seeding.sql.begin((tx) => Promise.all(happening.map(({ happen }) => happen(tx))));
    const looks = happening.flatMap(({ look }) => look ?? []);
    if (looks.length > 0)
      await seeding.sql`update reminder_look set next_at = '-infinity' where employee_id = any(${`{${looks.join()}}`}::bigint[])`;
    if (isDown(now)) continue;
    if (outages.some(({ until }) => until === now)) {
      await shut();
      processes = await open();
    }
    const [row] = await seeding.sql<{ due: boolean }[]>`
      select exists (select from reminder_look where next_at <= ${instant(now).toISOString()}::timestamptz) or exists (select from letter where state = 'waiting')
        or not exists (select from reminder_look) as due`;
    if (!row?.due) continue;
    const ahead = Math.round((instant(now).getTime() - Date.now()) / 1000);
    await seeding.sql`update hall_clock set shift_seconds = ${ahead} where id = 1`;
    await Promise.all(processes.map(({ hall: one }) => one.clock.refresh()));
    await Promise.all(processes.map(work));
    if (outages.some(({ from }) => from === now)) continue;
    const [waits] = await seeding.sql`select from letter where state in ('waiting', 'sending') limit 1`;
    if (waits) await Promise.all(processes.map(({ hall: one }) => one.deliver()));
    await spoil(seeding.sql);
  }
  const rows = await seeding.sql<
    { employee: number; item: string; milestone: string; lane: string; at: Date }[]
  >`
    select employee_id::int as employee, item, milestone, lane, at from reminded`;
  const nthOf = new Map([...known].map(([nth, { employee }]) => [employee, nth]));
  return {
    heard,
    written: rows.map(({ employee, at, ...row }) => ({
      ...row,
      person: nthOf.get(employee) ?? 0,
      at: Math.floor((new Date(at).getTime() - firstMidnight) / 60_000),
    })),
    close: async () => {
      await shut();
      await seeding.close();
      emulator.close();
      await telegram.close();
      await own.drop();
    },
  };
};
