import { test } from 'vitest';
import { openTestHall } from '../testing/hall.ts';
import { noExtras } from '../../bot/training-extras.ts';
import { planReminders } from '../../db/reminders/plan-reminders.ts';
import { createReminderLetters } from '../../bot/jobs/reminder-letters.ts';
import { createOpenReminders } from '../../db/reminders/open-reminders.ts';

test('perf', async () => {
  const house = await openTestHall();
  const { database: { sql }, database, seal, city } = house.hall;
  const n = 5000;
  await sql.unsafe(`alter database "${(await sql`select current_database() as n`)[0]?.n}" set synchronous_commit = off`);
  await sql`insert into training (code, title, provider, form, jp, complete_by, mandatory_units, listed_on)
    select 'T' || i, 'Pelatihan ' || i, 'BKPSDM', 'e_learning', 800, date '2026-11-27' + i, '{dinas_perhubungan}', '2026-01-02' from generate_series(0, 3) i`;
  await sql`insert into employee (nip, name, unit_code, position, kind, created_at) select '9000000000' || lpad(i::text, 8, '0'), 'P ' || i, 'dinas_perhubungan', 'Analis', 'pns', '2026-01-01' from generate_series(1, ${n}) i`;
  for (let i = 0; i < n; i++) await house.hall.sessions.open({ channel: 'telegram', account: '4242', id: String(100000 + i) }, true);
  await sql`insert into staff_link (employee_id, contact_id, channel, since)
    select e.id, c.id, 'telegram', '2026-01-01' from (select id, row_number() over (order by id) n from employee where unit_code = 'dinas_perhubungan' and name like 'P %') e join (select id, row_number() over (order by id) n from contact) c using (n)`;
  await sql`analyze`;
  const now = new Date('2026-11-24T08:30:00+07:00');
  let t = Date.now(), c = process.cpuUsage();
  const written = await planReminders(database, seal, { city: city(), now, extras: noExtras });
  console.log('plan', written, Date.now() - t, 'ms', process.cpuUsage(c).user / 1000, 'cpu ms');
  t = Date.now();
  console.log(await planReminders(database, seal, { city: city(), now: new Date(now.getTime() + 300_000), extras: noExtras }), 'again', Date.now() - t);
  const compose = createReminderLetters({ open: createOpenReminders(database, city), extras: noExtras, city, now: () => now });
  const ids = (await sql<{ id: number }[]>`select id::int as id from letter where state = 'waiting' order by id limit 1000`).map(({ id }) => ({ id, say: 'remind' }));
  t = Date.now(); c = process.cpuUsage();
  for (let i = 0; i < ids.length; i += 25) await compose(ids.slice(i, i + 25) as never);
  console.log('compose', ids.length, Date.now() - t, 'ms', process.cpuUsage(c).user / 1000, 'cpu ms');
  await house.close();
}, 300_000);
