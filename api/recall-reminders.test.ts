import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { playTranscript } from '../bot/conversation/transcript.ts';
import { addCalendarDays } from '../bot/domain/local-date.ts';
import { berkas, teach, wrongly } from '../bot/flows/asn/recall/testing/repeated.ts';
import { noExtras } from '../bot/training-extras.ts';
import { connect } from '../db/database.ts';
import { openTestHall, type TestHall } from './testing/hall.ts';
import { type Reminded, reminding } from './testing/reminded-staff.ts';

let house: TestHall;
let scene: ReturnType<typeof reminding>;
beforeAll(async () => {
  house = await openTestHall();
  scene = reminding(house);
  await teach(house);
});
afterAll(() => house.close());

/** Nothing of another test comes back any more. */
beforeEach(async () => {
  await house.hall.database.sql`delete from module_repetition`;
  await house.hall.database.sql`delete from enrolment`;
});

const line = /soal dari Menyapa di loket ingin ditanyakan lagi/;

/** What somebody reads after the job has run at a moment. */
const at = async (local: string, who: Reminded): Promise<string[]> => {
  await scene.at(local);
  await scene.plan();
  await house.hall.deliver();
  return (await scene.texts(who)).map((text) => text.replaceAll('*', ''));
};

/** The days of a stretch on which somebody was told of questions; each time they do as `then` says. */
const daysOf = async (who: Reminded, from: string, days: number, then: (nth: number) => Promise<unknown>) => {
  const told: string[] = [];
  for (let nth = 0; nth < days; nth += 1) {
    const day = addCalendarDays(from, nth);
    if (!(await at(`${day}T08:00`, who)).some((text) => line.test(text))) continue;
    told.push(day);
    await then(told.length);
  }
  return told;
};

const answer = async ({ actor }: Reminded, right: boolean): Promise<void> => {
  await actor.press('Jawab sekarang');
  await actor.seen();
  await actor.press(right ? 'Selamat pagi' : 'Nomor berapa?');
  const [message] = await actor.seen();
  expect(message?.text.replaceAll('*', '')).toMatch(right ? /^Tepat\./ : /^Belum tepat\./);
};

/** Somebody who answered wrongly on a day. */
const somebody = async (on: string): Promise<Reminded> => {
  await scene.at(`${on}T09:00`);
  const who = await scene.somebody();
  await wrongly(house, { name: who.name, on });
  return who;
};

describe('a question that was answered wrongly comes back', () => {
  test('after 1, 7, 16 and 35 days, and then it is known', async () => {
    const Rina = await somebody('2026-07-06');
    const days = await daysOf(Rina, '2026-07-06', 50, () => answer(Rina, true));
    expect(days).toEqual(['2026-07-07', '2026-07-13', '2026-07-22', '2026-08-10']);
  });

  test('from the beginning, when it is answered wrongly again', async () => {
    const Rina = await somebody('2026-09-07');
    const days = await daysOf(Rina, '2026-09-07', 16, (nth) => answer(Rina, nth !== 2));
    expect(days).toEqual(['2026-09-08', '2026-09-14', '2026-09-15', '2026-09-21']);
  });

  test('on the next day at work, where a weekend or a leave is between; the next one keeps its day', async () => {
    const Rina = await somebody('2026-10-02');
    await house.hall.database
      .sql`insert into absence (employee_id, from_day, until_day) values (${Rina.id}, '2026-10-09', '2026-10-12')`;
    const days = await daysOf(Rina, '2026-10-02', 18, () => answer(Rina, true));
    expect(days).toEqual(['2026-10-05', '2026-10-13', '2026-10-19']);
  });
});

test('the self-check is told of once a year, below what is near, and never alone', async () => {
  await scene.at('2026-10-20T07:40');
  const [Rina, Tono] = [await scene.somebody(), await scene.somebody()];
  await scene.asked(Rina, '2026-10-23');
  await scene.at('2026-10-20T08:00');
  await scene.plan();
  await house.hall.deliver();
  const [message] = await Rina.actor.seen();
  expect(message?.text).toContain('Cek diri tahun ini sudah dibuka');
  expect(message?.buttons).toEqual(['Buka pelatihan', 'Cek diri', 'Besok', 'Pekan depan']);
  const [next] = await at('2026-10-22T08:00', Rina);
  expect(next).toContain('Pelayanan Prima');
  expect(next).not.toContain('Cek diri');
  expect(await scene.letters(Tono)).toEqual([]);
  const code = await scene.asked(Tono, '2026-10-23');
  await scene.plan();
  await house.hall.database
    .sql`update enrolment set finished_on = '2026-10-22' where training_code = ${code}`;
  await house.hall.deliver();
  expect(await scene.texts(Tono)).toEqual([]);
});

test('whoever passes it over hears of it once more a week later, and nobody else ever does', async () => {
  await scene.at('2026-11-09T08:00');
  const Hadi = await scene.somebody({ roles: ['supervisor'] });
  const Rina = await scene.somebody({ head: Hadi });
  await wrongly(house, { name: Rina.name, on: '2026-11-09' });
  const days = await daysOf(Rina, '2026-11-09', 30, async () => {});
  expect(days).toEqual(['2026-11-10', '2026-11-17']);
  expect(await scene.texts(Hadi)).toEqual([]);
});

describe('in the one message of a day', () => {
  test('it stands below what is near, and nothing more comes that day', async () => {
    const Rina = await somebody('2026-11-30');
    await wrongly(house, { name: Rina.name, question: berkas, on: '2026-11-30' });
    await scene.asked(Rina, '2026-12-04');
    const [message = '', ...others] = await at('2026-12-01T08:00', Rina);
    expect(others).toEqual([]);
    expect(message).toContain('Pelayanan Prima');
    expect(message).toContain('2 soal dari Menyapa di loket ingin ditanyakan lagi');
    expect(await at('2026-12-01T10:00', Rina)).toEqual([]);
  });

  test('it comes once, from whichever of two processes, and however often they run', async () => {
    const Rina = await somebody('2026-12-01');
    await scene.at('2026-12-02T08:00');
    const other = connect(house.databaseUrl, { max: 3 });
    await Promise.all([scene.plan(), scene.plan(noExtras, other), scene.plan(), scene.plan(noExtras, other)]);
    await other.close();
    await house.hall.deliver();
    await house.hall.database.sql`update reminder_look set next_at = '-infinity'`;
    await scene.plan();
    await house.hall.deliver();
    expect(await scene.letters(Rina)).toEqual(['sent']);
    expect(await scene.texts(Rina)).toHaveLength(1);
  });

  test('put off, it comes back on that day, and on no day before', async () => {
    const Rina = await somebody('2026-12-02');
    expect((await at('2026-12-03T08:00', Rina)).join()).toMatch(line);
    await playTranscript('> [Pekan depan]\nBaik, saya ingatkan lagi Senin, 7 Des…', Rina.actor);
    await wrongly(house, { name: Rina.name, question: berkas, on: '2026-12-03' });
    expect(await at('2026-12-04T08:00', Rina)).toEqual([]);
    expect((await at('2026-12-07T08:00', Rina)).join()).toContain('2 soal dari Menyapa di loket');
    expect(await at('2026-12-08T08:00', Rina)).toEqual([]);
  });

  test('it waits for the end of a conversation', async () => {
    const Rina = await somebody('2026-12-07');
    await scene.at('2026-12-08T07:40');
    await Rina.actor.type('/lapor');
    await Rina.actor.seen();
    expect(await at('2026-12-08T08:00', Rina)).toEqual([]);
    await Rina.actor.type('batal');
    await Rina.actor.type('Ya, batalkan');
    await Rina.actor.seen();
    expect((await at('2026-12-08T08:30', Rina)).join()).toMatch(line);
  });

  test('what was answered before it went out is not said', async () => {
    const Rina = await somebody('2026-12-08');
    await scene.at('2026-12-09T08:00');
    await scene.plan();
    await house.hall.database.sql`update module_repetition set due_on = '2026-12-15', round = 1`;
    await house.hall.deliver();
    expect(await scene.texts(Rina)).toEqual([]);
    expect(await scene.letters(Rina)).toEqual(['dropped']);
    expect((await at('2026-12-15T08:00', Rina)).join()).toMatch(line);
  });

  test('*berhenti* silences it, and a module that is taught no more', async () => {
    const [Rina, Tono] = [await somebody('2026-12-09'), await somebody('2026-12-09')];
    await Rina.actor.type('/berhenti');
    await Rina.actor.seen();
    await house.hall.database.sql`update learning_module set withdrawn_at = now()`;
    expect(await at('2026-12-10T08:00', Rina)).toEqual([]);
    expect(await scene.texts(Tono)).toEqual([]);
    await teach(house);
    expect(await at('2026-12-11T08:00', Rina)).toEqual([]);
    expect((await scene.texts(Tono)).join().replaceAll('*', '')).toMatch(line);
  });
});

test('nobody is written to on a holiday', async () => {
  const Rina = await somebody('2026-12-24');
  expect(await daysOf(Rina, '2026-12-24', 6, async () => {})).toEqual(['2026-12-28']);
});
