import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../bot/conversation/reply.ts';
import { noExtras } from '../bot/training-extras.ts';
import { connect } from '../db/database.ts';
import { planReminders } from '../db/reminders/plan-reminders.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { linkStaff } from './testing/staff.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

/** Moves the hall's clock to a moment of western time. */
const at = async (local: string) => {
  const { clock } = house.hall;
  await clock.shift(Math.round((Date.parse(`${local}:00+07:00`) - clock.now().getTime()) / 1000) + 1);
  await house.hall.database.sql`update letter set not_before = now() where state = 'waiting'`;
};

const plan = (extras = noExtras, database = house.hall.database) =>
  planReminders(database, house.hall.seal, house.hall.city(), house.hall.clock.now(), extras);

let count = 0;
type Somebody = { actor: Awaited<ReturnType<typeof linkStaff>>; id: number; name: string };

/** An employee of an office of their own, for nobody hears of another's. */
const somebody = async ({
  roles = [],
  head,
}: {
  roles?: string[];
  head?: Somebody;
} = {}): Promise<Somebody> => {
  count += 1;
  const name = `Pegawai ${count}`;
  const actor = await linkStaff(house, { name, roles, unit: 'disdukcapil' });
  const { sql } = house.hall.database;
  const [row] = await sql<{ id: number }[]>`
    update employee set created_at = '2026-01-02', kind = 'pppk',
      supervisor_nip = (select nip from employee where id = ${head?.id ?? 0}) where name = ${name} returning id::int as id`;
  return { actor, id: row?.id ?? 0, name };
};

/** Written down by the office for a training of their own, to be finished by a day. */
const asked = async ({ id }: Somebody, completeBy: string, title = 'Pelayanan Prima'): Promise<string> => {
  const { sql } = house.hall.database;
  const code = `P-${id}-${completeBy}`;
  await sql`insert into training (code, title, provider, form, jp, complete_by, listed_on)
    values (${code}, ${title}, 'BKPSDM', 'e_learning', 800, ${completeBy}, '2026-01-02')`;
  await sql`insert into enrolment (employee_id, training_code, state, source, since, changed_at)
    values (${id}, ${code}, 'registered', 'office', '2026-01-02', now())`;
  await sql`update reminder_look set next_at = '-infinity' where employee_id = ${id}`;
  return code;
};

const texts = async ({ actor }: Somebody) => (await actor.seen()).map(({ text }) => text);
const letters = ({ id }: Somebody) =>
  house.hall.database.sql<{ state: string }[]>`
    select state from letter where dedupe like ${`remind:${id}:%`} order by id`.then((rows) =>
    rows.map(({ state }) => state),
  );

/** Nobody of another test is spoken to any more. */
beforeEach(async () => {
  await house.hall.database.sql`delete from enrolment`;
});

describe('the job, run', () => {
  test('twice, and by two processes at one moment, writes one letter, and nothing more later that day', async () => {
    await at('2026-03-30T08:00');
    const Rina = await somebody();
    await asked(Rina, '2026-04-02');
    const other = connect(house.databaseUrl, { max: 3 });
    const written = await Promise.all([plan(), plan(noExtras, other), plan(), plan(noExtras, other)]);
    await other.close();
    expect(written.reduce((all, one) => all + one)).toBe(1);
    await house.hall.deliver();
    await house.hall.database.sql`update reminder_look set next_at = '-infinity'`;
    expect(await plan()).toBe(0);
    expect(await texts(Rina)).toEqual([expect.stringContaining('Pelayanan Prima')]);
  });

  test('by a process that dies before anything was sent, loses nothing', async () => {
    await at('2026-03-30T09:00');
    const Rina = await somebody();
    await asked(Rina, '2026-04-02');
    await plan();
    expect(await texts(Rina)).toEqual([]);
    await plan();
    await house.hall.deliver();
    expect(await texts(Rina)).toHaveLength(1);
  });
});

describe('between the plan and the sending,', () => {
  test('what is finished falls silent, alone or among others', async () => {
    await at('2026-03-30T09:00');
    const [Rina, Tono] = [await somebody(), await somebody()];
    const done = await asked(Rina, '2026-04-02');
    const too = await asked(Tono, '2026-04-02');
    await asked(Tono, '2026-04-06', 'Arsip Digital');
    await plan();
    await house.hall.database
      .sql`update enrolment set finished_on = '2026-03-30' where training_code in (${done}, ${too})`;
    await house.hall.deliver();
    expect(await texts(Rina)).toEqual([]);
    expect(await letters(Rina)).toEqual(['dropped']);
    const [text] = await texts(Tono);
    expect(text).toContain('Arsip Digital');
    expect(text).not.toContain('Pelayanan Prima');
  });

  test.each([
    ['the night', '2026-03-30T15:59', '2026-03-30T16:30', '2026-03-31T07:30'],
    ['Friday prayer', '2026-04-10T11:29', '2026-04-10T11:30', '2026-04-10T13:00'],
    ['a holiday', '2026-04-02T15:58', '2026-04-03T09:00', '2026-04-06T07:30'],
  ])('%s puts it off, and then it comes once', async (_, planned, meanwhile, again) => {
    await at(planned);
    const Rina = await somebody();
    await asked(Rina, '2026-04-13');
    await plan();
    expect(await letters(Rina)).toEqual(['waiting']);
    await at(meanwhile);
    await house.hall.deliver();
    await plan();
    await house.hall.deliver();
    expect(await texts(Rina)).toEqual([]);
    await at(again);
    await plan();
    await house.hall.deliver();
    await plan();
    await house.hall.deliver();
    expect(await texts(Rina)).toHaveLength(1);
  });

  test('a conversation puts it off until its end', async () => {
    await at('2026-04-07T08:30');
    const Rina = await somebody();
    await asked(Rina, '2026-04-08');
    await plan();
    await Rina.actor.type('/lapor');
    await Rina.actor.seen();
    await house.hall.deliver();
    await at('2026-04-07T08:50');
    await plan();
    await house.hall.deliver();
    expect(await texts(Rina)).toEqual([]);
    await Rina.actor.type('batal');
    await Rina.actor.type('Ya, batalkan');
    await Rina.actor.seen();
    await at('2026-04-07T09:10');
    await plan();
    await house.hall.deliver();
    expect(await texts(Rina)).toEqual([expect.stringContaining('Pelayanan Prima')]);
  });

  test('*berhenti* ends it', async () => {
    await at('2026-04-07T09:30');
    const Rina = await somebody();
    await asked(Rina, '2026-04-08');
    await plan();
    await Rina.actor.type('/berhenti');
    await Rina.actor.seen();
    await house.hall.deliver();
    await at('2026-04-08T08:00');
    expect(await plan()).toBe(0);
    await house.hall.deliver();
    expect(await texts(Rina)).toEqual([]);
  });
});

test('when nothing could be sent for three days, one message says it all, each thing once', async () => {
  await at('2026-04-13T08:00');
  const Rina = await somebody();
  await asked(Rina, '2026-04-16');
  await plan();
  await at('2026-04-14T08:00');
  await asked(Rina, '2026-04-21', 'Arsip Digital');
  await plan();
  await at('2026-04-15T08:00');
  await plan();
  await house.hall.deliver();
  await plan();
  await house.hall.deliver();
  expect(await letters(Rina)).toEqual(['sent']);
  const seen = await texts(Rina);
  expect(seen).toHaveLength(1);
  expect(seen[0]?.match(/Pelayanan Prima/g)).toHaveLength(1);
  expect(seen[0]).toContain('Arsip Digital');
});

test('nobody on leave is written to, and the first day back has it', async () => {
  await at('2026-04-20T08:00');
  const Rina = await somebody();
  await house.hall.database
    .sql`insert into absence (employee_id, from_day, until_day) values (${Rina.id}, '2026-04-20', '2026-04-22')`;
  await asked(Rina, '2026-04-27');
  await plan();
  expect(await letters(Rina)).toEqual([]);
  await at('2026-04-23T07:35');
  await plan();
  await house.hall.deliver();
  expect(await texts(Rina)).toHaveLength(1);
});

test('hours of a season hold', async () => {
  const { database, refresh } = house.hall;
  const hours = [{ days: [1, 2, 3, 4, 5], opens: '08.00', closes: '15.00' }];
  const training = JSON.stringify({
    training: { seasons: [{ from: '2026-04-27', until: '2026-04-30', hours }] },
  });
  await database.sql`update agency set settings = settings || ${training}::text::jsonb`;
  await refresh();
  await at('2026-04-27T07:45');
  const Rina = await somebody();
  await asked(Rina, '2026-04-30');
  expect(await plan()).toBe(0);
  await at('2026-04-27T08:00');
  expect(await plan()).toBe(1);
});

describe('below what is near', () => {
  const extras = {
    ...noExtras,
    weekLines: async () => new Map([['disdukcapil', say('hours.closed')]]),
  };

  test('stands the line of the week, once, in the same message', async () => {
    await at('2026-05-04T08:00');
    const Rina = await somebody();
    await asked(Rina, '2026-05-07');
    await plan(extras);
    const [row] = await house.hall.database.sql<{ items: string[] }[]>`
      select json_agg(item order by item) as items from reminded where employee_id = ${Rina.id}`;
    expect(row?.items).toEqual([`complete:P-${Rina.id}-2026-05-07:2026-05-07`, 'week:2026-05-04']);
    await at('2026-05-05T08:00');
    await plan(extras);
    expect(await letters(Rina)).toHaveLength(1);
  });

  test('a supervisor reads who passed over three, in a list, and the person was told before', async () => {
    await at('2026-05-18T08:00');
    const Hendra = await somebody({ roles: ['supervisor'] });
    const Rina = await somebody({ head: Hendra });
    await asked(Rina, '2026-06-01');
    for (const day of ['2026-05-18', '2026-05-25']) {
      await at(`${day}T08:00`);
      await plan();
      await house.hall.deliver();
    }
    expect((await texts(Rina)).join()).not.toContain('kepala unit');
    await at('2026-05-29T08:00');
    await plan();
    await house.hall.deliver();
    expect(await texts(Rina)).toEqual([expect.stringContaining('kepala unit')]);
    expect(await texts(Hendra)).toEqual([]);
    await at('2026-06-03T08:00');
    await plan();
    await house.hall.deliver();
    const [list] = await Hendra.actor.seen();
    expect(list?.text).toContain(`• ${Rina.name}: Pelayanan Prima`);
    expect(list?.buttons).toEqual(['Buka unit']);
    await at('2026-06-04T08:00');
    await plan();
    expect(await letters(Hendra)).toHaveLength(1);
  });
});
