import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hireSomebody } from '../../api/testing/employee.ts';
import { openTestHall, type TestHall } from '../../api/testing/hall.ts';
import { fileReport, openOffice } from '../../api/testing/staff.ts';
import type { Address, Content } from '../../bot/conversation/inbound.ts';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { makeCode } from '../stores/activation.ts';
import { reportView } from './report-view.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

let nth = 0;
/** What somebody does on WhatsApp, as it comes from its webhook. */
const whatsapp = (id: string) => {
  const from: Address = { channel: 'whatsapp-cloud', account: '62298000111', id };
  const say = async (content: Content): Promise<void> => {
    nth += 1;
    const inbound = { id: `wamid.${nth}`, from, at: house.hall.clock.now(), content };
    await house.hall.handle(inbound, house.hall.keyOf(from, inbound.id));
  };
  return {
    type: (text: string) => say({ kind: 'text', text }),
    press: (at: string) => say({ kind: 'choice', id: at }),
  };
};

const codeFor = async (nip: string): Promise<string> => {
  const { database, seal, clock } = house.hall;
  const made = await makeCode(database.sql, seal, { nip, now: clock.now(), random: randomBytes });
  if (typeof made === 'string') throw new Error(made);
  return made.code;
};

/** How many letters came to each channel since, and which these are, by what is linked to one employee. */
const lettersSince = async (nip: string, since: number): Promise<{ [channel: string]: number }> => {
  const rows = await house.hall.database.sql<{ channel: string; count: number }[]>`
    select c.channel, count(*)::int as count from letter m join contact c on c.id = m.contact_id
    join staff_link l on l.contact_id = c.id join employee e on e.id = l.employee_id
    where e.nip = ${nip} and m.id > ${since} and l.ended_at is null group by c.channel`;
  return Object.fromEntries(rows.map(({ channel, count }) => [channel, count]));
};

const lastLetter = async (): Promise<number> =>
  (await house.hall.database.sql<{ id: number }[]>`select coalesce(max(id), 0)::int as id from letter`)[0]
    ?.id ?? 0;

const linked = (nip: string) => house.hall.database.sql<
  { channel: string; person: string | null; ended: boolean }[]
>`
  select l.channel, c.person, l.ended_at is not null as ended from staff_link l join contact c on c.id = l.contact_id
  join employee e on e.id = l.employee_id where e.nip = ${nip} order by l.id`;

/** The chat of a channel that was linked last. */
const chatOf = async (channel: string): Promise<number | undefined> =>
  (
    await house.hall.database.sql<{ id: number }[]>`select contact_id::int as id from staff_link
      where channel = ${channel} and ended_at is null order by id desc limit 1`
  )[0]?.id;

let nip: string;
let budi: ReturnType<TestHall['actor']>;
let phone: ReturnType<typeof whatsapp>;
beforeEach(async () => {
  await openOffice(house.hall);
  await house.hall.database.sql`update employee set active = false`;
  nip = await hireSomebody(house.hall.database.sql, { roles: ['officer'], unit: 'dinas_perhubungan' });
  budi = house.actor({ firstName: 'Budi' });
  nth += 1;
  phone = whatsapp(`6281200000${nth}`);
  await playTranscript(`> /masuk ${await codeFor(nip)}\nChat ini sekarang terhubung…`, budi);
  await phone.type(`masuk ${await codeFor(nip)}`);
});

describe('an employee who is linked on Telegram and on WhatsApp', () => {
  test('hears of the second chat in the first, and the code makes them no one person', async () => {
    await house.hall.deliver();
    const [first, second, ...more] = await linked(nip);
    expect(more).toEqual([]);
    expect([first?.ended, second?.ended]).toEqual([false, false]);
    expect([first?.person, second?.person]).toEqual([null, null]);
    expect((await budi.seen()).map(({ text }) => text).join()).toContain(
      'kini juga terhubung dengan chat WhatsApp',
    );
  });

  test('hears of a report once, where they linked last, and then where they chose to', async () => {
    const before = await lastLetter();
    await fileReport(house);
    expect(await lettersSince(nip, before)).toEqual({ 'whatsapp-cloud': 1 });
    await budi.seen();
    await playTranscript('> /kanal\n…\n…\n…\n> [Kabar ke chat ini]\nBaik, mulai sekarang…\n…', budi);
    const then = await lastLetter();
    await fileReport(house);
    expect(await lettersSince(nip, then)).toEqual({ telegram: 1 });
  });

  test('sees both as chats of work, and chooses between them, while reports stay apart', async () => {
    const ticket = await fileReport(house, { actor: budi });
    await budi.seen();
    await playTranscript(
      `
      > /kanal
      Chat ini di Telegram. Belum ada chat lain yang disambungkan…

      Chat dinas Bapak/Ibu: Telegram (chat ini), WhatsApp. Kabar pekerjaan dikirim ke WhatsApp.

      Laporan Bapak/Ibu sebagai warga tetap di chat tempat laporan itu dibuat.
      [Kabar ke chat ini] [Sambung chat lain] [Menu]
      > [Kabar ke chat ini]
      Baik, mulai sekarang kabar pekerjaan dikirim ke chat ini.
      [Menu]
      > /kanal
      …
      Chat dinas Bapak/Ibu: Telegram (chat ini), WhatsApp. Kabar pekerjaan dikirim ke Telegram (chat ini).
      …
      [Sambung chat lain] [Menu]
    `,
      budi,
    );
    const { database, seal, city, clock } = house.hall;
    const asked = { ticket, contact: (await chatOf('whatsapp-cloud')) ?? 0, now: clock.now() };
    const view = await reportView(database.sql, seal, city(), asked);
    expect(view?.seenBy).toBe('stranger');
  });

  test('may join them as a person as well, and then they are one in everything', async () => {
    await budi.seen();
    const { names } = await playTranscript('> /kanal\n…\n> [Sambung chat lain]\n…\nSAMBUNG {code}\n…', budi);
    await phone.type(`SAMBUNG ${names.get('code')}`);
    await phone.type('kirim');
    const [first, second] = await linked(nip);
    expect(first?.person).toEqual(expect.any(String));
    expect(second?.person).toBe(first?.person);
    await playTranscript(
      `
      > /kanal
      Chat WhatsApp sekarang tersambung…
      …
      Chat Bapak/Ibu yang tersambung: Telegram (chat ini), WhatsApp.

      Kabar tiap laporan dikirim ke chat tempat laporan itu dibuat.

      Chat dinas Bapak/Ibu: Telegram (chat ini), WhatsApp. Kabar pekerjaan dikirim ke WhatsApp.
      [Kabar ke chat ini] [Sambung chat lain] [Lepas chat ini] [Menu]
    `,
      budi,
    );
    const other = await hireSomebody(house.hall.database.sql, { roles: ['officer'] });
    await phone.type(`masuk ${await codeFor(other)}`);
    expect((await linked(other)).at(-1)?.person).toBeNull();
    expect((await linked(nip))[0]?.person).toBeNull();
  });

  test('hears where they can be reached', async () => {
    await house.hall.database.sql`update contact set unreachable_at = now() where channel = 'whatsapp-cloud'`;
    const before = await lastLetter();
    await fileReport(house);
    expect(await lettersSince(nip, before)).toEqual({ telegram: 1 });
  });

  test('hears in the morning where they are written to by then', async () => {
    await house.hall.clock.shift(14 * 3600);
    await fileReport(house);
    expect(await house.hall.database.sql`select 1 from notice where contact_id is not null`).not.toEqual([]);
    await budi.seen();
    await playTranscript('> /kanal\n…\n…\n…\n> [Kabar ke chat ini]\nBaik, mulai sekarang…\n…', budi);
    const before = await lastLetter();
    await openOffice(house.hall);
    await house.hall.announce();
    expect(await lettersSince(nip, before)).toEqual({ telegram: 1 });
  });

  test('is asked once what citizens ask, and not what they ask themselves in their other chat', async () => {
    const desk = `(select code from unit where 'admin_koordinator' = any(handles) limit 1)`;
    await house.hall.database.sql.unsafe(
      `update employee set roles = '{coordinator}', unit_code = ${desk} where nip = '${nip}'`,
    );
    const ask = '> 0\n…\n> Apakah loket buka hari Sabtu\nPertanyaan…\n…';
    await budi.seen();
    const before = await lastLetter();
    await playTranscript(ask, house.actor());
    expect(await lettersSince(nip, before)).toEqual({ 'whatsapp-cloud': 1 });
    const then = await lastLetter();
    await playTranscript(ask, budi);
    expect(await lettersSince(nip, then)).toEqual({});
  });

  test('with a new phone keeps the other chat, and the old phone is nobody’s', async () => {
    await playTranscript(`> /masuk ${await codeFor(nip)}\nChat ini sekarang terhubung…`, house.actor());
    const [old, other, fresh] = await linked(nip);
    expect(old).toEqual({ channel: 'telegram', person: null, ended: true });
    expect(other).toEqual({ channel: 'whatsapp-cloud', person: null, ended: false });
    expect(fresh).toEqual({ channel: 'telegram', person: null, ended: false });
  });

  test('who lets a chat go speaks for it no more', async () => {
    await budi.seen();
    await playTranscript(
      '> /profil\n…\n…\n…\n…\n> [Lepas sambungan]\n…\n> ya\nBaik, chat ini sudah dilepas…',
      budi,
    );
    expect((await linked(nip)).map(({ person }) => person)).toEqual([null, null]);
  });
});

test('chats of two employees never become one person', async () => {
  const other = await hireSomebody(house.hall.database.sql, { roles: ['officer'] });
  const wati = house.actor({ firstName: 'Wati' });
  await playTranscript(`> /masuk ${await codeFor(other)}\nChat ini sekarang terhubung…`, wati);
  await budi.seen();
  const { names } = await playTranscript(
    '> /kanal\n…\n…\n…\n> [Sambung chat lain]\n…\nSAMBUNG {code}\n…',
    budi,
  );
  await playTranscript(
    `> SAMBUNG ${names.get('code')}\nKedua chat itu terhubung dengan data kepegawaian yang berbeda…`,
    wati,
  );
  const [tried] = await house.hall.database.sql<{ count: number }[]>`
    select count(*)::int as count from code_try where contact_id = (select max(contact_id) from staff_link)`;
  expect(tried?.count).toBe(2);
});
