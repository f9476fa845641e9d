import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { literal } from '../bot/conversation/reply.ts';
import { noExtras } from '../bot/training-extras.ts';
import { connect } from '../db/database.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { reminding } from './testing/reminded-staff.ts';

let house: TestHall;
let scene: ReturnType<typeof reminding>;
beforeAll(async () => {
  house = await openTestHall();
  scene = reminding(house);
});
afterAll(() => house.close());

/** Nobody of another test is spoken to any more. */
beforeEach(async () => {
  await house.hall.database.sql`delete from enrolment`;
});

describe('the job, run', () => {
  test('twice, and by two processes at one moment, writes one letter, and nothing more later that day', async () => {
    await scene.at('2026-03-30T08:00');
    const Rina = await scene.somebody();
    await scene.asked(Rina, '2026-04-02');
    const other = connect(house.databaseUrl, { max: 3 });
    const written = await Promise.all([
      scene.plan(),
      scene.plan(noExtras, other),
      scene.plan(),
      scene.plan(noExtras, other),
    ]);
    await other.close();
    expect(written.reduce((all, one) => all + one)).toBe(1);
    await house.hall.deliver();
    await house.hall.database.sql`update reminder_look set next_at = '-infinity'`;
    expect(await scene.plan()).toBe(0);
    expect(await scene.texts(Rina)).toEqual([expect.stringContaining('Pelayanan Prima')]);
  });

  test('by a process that dies before anything was sent, loses nothing', async () => {
    await scene.at('2026-03-30T09:00');
    const Rina = await scene.somebody();
    await scene.asked(Rina, '2026-04-02');
    await scene.plan();
    expect(await scene.texts(Rina)).toEqual([]);
    await scene.plan();
    await house.hall.deliver();
    expect(await scene.texts(Rina)).toHaveLength(1);
  });
});

describe('between the plan and the sending,', () => {
  test('what is finished falls silent, alone or among others', async () => {
    await scene.at('2026-03-30T09:00');
    const [Rina, Tono] = [await scene.somebody(), await scene.somebody()];
    const done = await scene.asked(Rina, '2026-04-02');
    const too = await scene.asked(Tono, '2026-04-02');
    await scene.asked(Tono, '2026-04-06', 'Arsip Digital');
    await scene.plan();
    await house.hall.database
      .sql`update enrolment set finished_on = '2026-03-30' where training_code in (${done}, ${too})`;
    await house.hall.deliver();
    expect(await scene.texts(Rina)).toEqual([]);
    expect(await scene.letters(Rina)).toEqual(['dropped']);
    const [text] = await scene.texts(Tono);
    expect(text).toContain('Arsip Digital');
    expect(text).not.toContain('Pelayanan Prima');
  });

  test.each([
    ['the night', '2026-03-30T15:59', '2026-03-30T16:30', '2026-03-31T07:30'],
    ['Friday prayer', '2026-04-10T11:29', '2026-04-10T11:30', '2026-04-10T13:00'],
    ['a holiday', '2026-04-02T15:58', '2026-04-03T09:00', '2026-04-06T07:30'],
  ])('%s puts it off, and then it comes once', async (_, planned, meanwhile, again) => {
    await scene.at(planned);
    const Rina = await scene.somebody();
    await scene.asked(Rina, '2026-04-13');
    await scene.plan();
    expect(await scene.letters(Rina)).toEqual(['waiting']);
    await scene.at(meanwhile);
    await house.hall.deliver();
    await scene.plan();
    await house.hall.deliver();
    expect(await scene.texts(Rina)).toEqual([]);
    await scene.at(again);
    await scene.plan();
    await house.hall.deliver();
    await scene.plan();
    await house.hall.deliver();
    expect(await scene.texts(Rina)).toHaveLength(1);
  });

  test('a conversation puts it off until its end', async () => {
    await scene.at('2026-04-07T08:30');
    const Rina = await scene.somebody();
    await scene.asked(Rina, '2026-04-08');
    await scene.plan();
    await Rina.actor.type('/lapor');
    await Rina.actor.seen();
    await house.hall.deliver();
    await scene.at('2026-04-07T08:50');
    await scene.plan();
    await house.hall.deliver();
    expect(await scene.texts(Rina)).toEqual([]);
    await Rina.actor.type('batal');
    await Rina.actor.type('Ya, batalkan');
    await Rina.actor.seen();
    await scene.at('2026-04-07T09:10');
    await scene.plan();
    await house.hall.deliver();
    expect(await scene.texts(Rina)).toEqual([expect.stringContaining('Pelayanan Prima')]);
  });

  test('*berhenti* ends it', async () => {
    await scene.at('2026-04-07T09:30');
    const Rina = await scene.somebody();
    await scene.asked(Rina, '2026-04-08');
    await scene.plan();
    await Rina.actor.type('/berhenti');
    await Rina.actor.seen();
    await house.hall.deliver();
    await scene.at('2026-04-08T08:00');
    expect(await scene.plan()).toBe(0);
    await house.hall.deliver();
    expect(await scene.texts(Rina)).toEqual([]);
  });
});

test('when nothing could be sent for three days, one message says it all, each thing once', async () => {
  await scene.at('2026-04-13T08:00');
  const Rina = await scene.somebody();
  await scene.asked(Rina, '2026-04-16');
  await scene.plan();
  await scene.at('2026-04-14T08:00');
  await scene.asked(Rina, '2026-04-21', 'Arsip Digital');
  await scene.plan();
  await scene.at('2026-04-15T08:00');
  await scene.plan();
  await house.hall.deliver();
  await scene.plan();
  await house.hall.deliver();
  expect(await scene.letters(Rina)).toEqual(['sent']);
  const seen = await scene.texts(Rina);
  expect(seen).toHaveLength(1);
  expect(seen[0]?.match(/Pelayanan Prima/g)).toHaveLength(1);
  expect(seen[0]).toContain('Arsip Digital');
});

test('nobody on leave is written to, and the first day back has it', async () => {
  await scene.at('2026-04-20T08:00');
  const Rina = await scene.somebody();
  await house.hall.database
    .sql`insert into absence (employee_id, from_day, until_day) values (${Rina.id}, '2026-04-20', '2026-04-22')`;
  await scene.asked(Rina, '2026-04-27');
  await scene.plan();
  expect(await scene.letters(Rina)).toEqual([]);
  await scene.at('2026-04-23T07:35');
  await scene.plan();
  await house.hall.deliver();
  expect(await scene.texts(Rina)).toHaveLength(1);
});

test('hours of a season hold', async () => {
  const { database, refresh } = house.hall;
  const hours = [{ days: [1, 2, 3, 4, 5], opens: '08.00', closes: '15.00' }];
  const training = JSON.stringify({
    training: { seasons: [{ from: '2026-04-27', until: '2026-04-30', hours }] },
  });
  await database.sql`update agency set settings = settings || ${training}::text::jsonb`;
  await refresh();
  await scene.at('2026-04-27T07:45');
  const Rina = await scene.somebody();
  await scene.asked(Rina, '2026-04-30');
  expect(await scene.plan()).toBe(0);
  await scene.at('2026-04-27T08:00');
  expect(await scene.plan()).toBe(1);
});

describe('below what is near', () => {
  const extras = {
    ...noExtras,
    weekLines: async () => new Map([['disdukcapil', literal('Pekan lalu 12 laporan warga tuntas.')]]),
  };

  test('stands the line of the week, once, in the same message', async () => {
    await scene.at('2026-05-04T08:00');
    const Rina = await scene.somebody();
    await scene.asked(Rina, '2026-05-07');
    await scene.plan(extras);
    const [row] = await house.hall.database.sql<{ items: string[] }[]>`
      select json_agg(item order by item) as items from reminded where employee_id = ${Rina.id}`;
    expect(row?.items).toEqual([`complete:P-${Rina.id}-2026-05-07:2026-05-07`, 'week:2026-05-04']);
    await scene.at('2026-05-05T08:00');
    await scene.plan(extras);
    expect(await scene.letters(Rina)).toHaveLength(1);
  });

  test('a supervisor reads who passed over three, in a list, and the person was told before', async () => {
    await scene.at('2026-05-18T08:00');
    const Hendra = await scene.somebody({ roles: ['supervisor'] });
    const Rina = await scene.somebody({ head: Hendra });
    await scene.asked(Rina, '2026-06-01');
    for (const day of ['2026-05-18', '2026-05-25']) {
      await scene.at(`${day}T08:00`);
      await scene.plan();
      await house.hall.deliver();
    }
    expect((await scene.texts(Rina)).join()).not.toContain('kepala unit');
    await scene.at('2026-05-29T08:00');
    await scene.plan();
    await house.hall.deliver();
    expect(await scene.texts(Rina)).toEqual([expect.stringContaining('kepala unit')]);
    expect(await scene.texts(Hendra)).toEqual([]);
    await scene.at('2026-06-03T08:00');
    await scene.plan();
    await house.hall.deliver();
    const [list] = await Hendra.actor.seen();
    expect(list?.text).toContain(`• ${Rina.name}: Pelayanan Prima`);
    expect(list?.buttons).toEqual(['Buka unit']);
    await scene.at('2026-06-04T08:00');
    await scene.plan();
    expect(await scene.letters(Hendra)).toHaveLength(1);
  });

  test('whoever is named above somebody without the role of a supervisor reads none', async () => {
    await scene.at('2026-06-08T08:00');
    const Hendra = await scene.somebody();
    const Rina = await scene.somebody({ head: Hendra });
    await scene.asked(Rina, '2026-06-15');
    for (const day of ['2026-06-08', '2026-06-12', '2026-06-15', '2026-06-18']) {
      await scene.at(`${day}T08:00`);
      await scene.plan();
      await house.hall.deliver();
    }
    expect((await scene.texts(Rina)).length).toBeGreaterThan(2);
    expect(await scene.texts(Hendra)).toEqual([]);
  });
});
