import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobsOf } from '../../../../api/jobs.ts';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { fileReport, linkStaff } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const sql = () => house.hall.database.sql;
const hours = (n: number) => house.hall.clock.shift(n * 3600);
const run = async (name: string) => {
  const job = jobsOf(house.hall, async () => 0).find((one) => one.name === name);
  await job?.run();
  await house.hall.deliver();
};

/** An employee of the coordinator's office whose chat is linked; what was said about that is read. */
const staff = async (name: string, roles: string[]) => {
  const [office] = await sql()<
    { code: string }[]
  >`select code from unit where 'admin_koordinator' = any(handles) limit 1`;
  const actor = await linkStaff(house, { name, roles, ...(office && { unit: office.code }) });
  await house.hall.deliver();
  for (const other of [...linked, actor]) await other.seen();
  linked.push(actor);
  return actor;
};
const linked: ReturnType<TestHall['actor']>[] = [];

const caseOf = async (number: string | undefined) =>
  (
    await sql()`select kind, state, due - asked_at = interval '72 hours' as clock, officer_id is not null as named, ended_at is not null as ended,
      sealed is not null as words, answer is not null as answered from rights_request where number = ${number ?? ''}`
  )[0];

describe('somebody who says that something is wrong', () => {
  test('gets a number and a day, and the named officer answers by a small form', async () => {
    const rina = await staff('Rina Hapsari', ['hr']);
    const stranger = await staff('Bayu Aji', ['officer']);
    const sri = house.actor();
    const { names } = await playTranscript(
      `
      > perbaiki data
      Apa yang perlu diperbaiki?
      [Bahasa · Language] [Isi laporan] [Hal lain]
      > [Hal lain]
      Silakan tulis apa yang keliru…
      > nama jalan di laporan lama saya keliru, seharusnya Merbabu
      Permintaan {number} kami terima. Jawaban paling lambat … (3 x 24 jam).
    `,
      sri,
    );
    const number = names.get('number') ?? '';
    expect(await caseOf(number)).toMatchObject({ kind: 'correct', state: 'open', clock: true, named: true });
    await run('answer-rights');
    await run('answer-rights');
    const [letter] = await rina.seen();
    expect(letter?.text).toContain(`Ada permintaan data pribadi ${number}`);
    expect(letter?.text).not.toContain('Merbabu');
    expect(await rina.seen()).toEqual([]);

    await playTranscript(
      `
      > [Buka permintaan]
      Permintaan ${number}, jawaban paling lambat …. Warga menulis:
      nama jalan di laporan lama saya keliru, seharusnya Merbabu
      Bisa dipenuhi?
      [Sudah dipenuhi] [Belum bisa]
      > [Sudah dipenuhi]
      Silakan tulis jawaban untuk warga: apa yang sudah diperbaiki.
      > Nama jalan sudah kami ganti menjadi Merbabu.
      Jawaban untuk permintaan ${number}, sudah dipenuhi: Nama jalan sudah kami ganti menjadi Merbabu.
      Kirim ke warga?
      [Kirim] [Ubah] [Batal]
      > [Kirim]
      Terima kasih. Jawaban untuk permintaan ${number} kami sampaikan ke warga.
    `,
      rina,
    );
    await house.hall.deliver();
    expect((await sri.seen()).map(({ text }) => text)).toEqual([
      `Permintaan data ${number} sudah dijawab: Nama jalan sudah kami ganti menjadi Merbabu.`,
    ]);
    expect(await caseOf(number)).toMatchObject({ state: 'done', ended: true, answered: true });
    expect((await stranger.seen()).length).toBe(0);
  });

  test('is not kept waiting: the officer is reminded after 48 hours, the administrators hear after 72, once each', async () => {
    const admin = await staff('Wulan Sari', ['admin']);
    const { names } = await playTranscript(
      '> perbaiki data\n…\n> hal lain\n…\n> umur saya tercatat keliru\nPermintaan {number} kami terima…',
      house.actor(),
    );
    const number = names.get('number') ?? '';
    await run('answer-rights');
    await admin.seen();
    await hours(47);
    await run('answer-rights');
    const letters = async () =>
      (
        await sql()<
          { dedupe: string }[]
        >`select dedupe from letter where dedupe like ${`%${number}%`} order by id`
      ).map(({ dedupe }) => dedupe.replace(/:\d+$/, ''));
    expect(await letters()).toEqual([`rights.letter:${number}`]);
    await hours(2);
    await run('answer-rights');
    await run('answer-rights');
    expect(await letters()).toEqual([`rights.letter:${number}`, `rights.remind:${number}`]);
    await hours(24);
    await run('answer-rights');
    await run('answer-rights');
    expect(await letters()).toEqual([
      `rights.letter:${number}`,
      `rights.remind:${number}`,
      `rights.late:${number}`,
    ]);
    expect((await admin.seen()).map(({ text }) => text)).toEqual([
      `Permintaan data pribadi ${number} sudah lewat 3 x 24 jam dan belum dijawab. Yang ditunjuk: Rina Hapsari.`,
    ]);
  });

  test('is answered by nobody but the named officer, whatever button another one has', async () => {
    const dewi = await staff('Dewi Lestari', ['admin', 'hr']);
    const { names } = await playTranscript(
      '> perbaiki data\n…\n> hal lain\n…\n> tanggal lahir keliru\nPermintaan {number} kami terima…',
      house.actor(),
    );
    const { database, parts } = house.hall;
    const [link] = await database.sql<
      { contact: number }[]
    >`select l.contact_id::int as contact from staff_link l
      join employee e on e.id = l.employee_id where e.name = 'Dewi Lestari'`;
    const session = await house.hall.sessions.of(link?.contact ?? 0);
    if (!session) throw new Error('no session');
    expect(await parts.reads(session).rightsCase(names.get('number') ?? '')).toBeNull();
    expect(dewi.heard().some((text) => text.includes(names.get('number') ?? '-'))).toBe(false);
  });

  test('takes a shared number back, with proof', async () => {
    const sri = house.actor();
    const ticket = await fileReport(house, { actor: sri });
    await sri.seen();
    await playTranscript(
      `
      > [Boleh ditelepon]
      …
      > 0811 9045 2837
      Terima kasih. Nomor Bapak/Ibu hanya diberikan kepada…
      > perbaiki data
      Apa yang perlu diperbaiki?
      > [Nomor telepon]
      Laporan yang mana?
      > {ticket}
      Nomor telepon untuk laporan {ticket}: diganti atau ditarik?
      > [Tarik nomor]
      Permintaan {number}: sudah ditarik, berlaku mulai sekarang (Boleh ditelepon).
    `,
      sri,
      new Map([['ticket', ticket]]),
    );
    const [report] = await sql()`select phone from report where ticket = ${ticket}`;
    expect(report?.phone).toBeNull();
    expect(await sql()`select purpose, given from consent order by id`).toMatchObject([
      { purpose: 'phone', given: 'yes' },
      { purpose: 'phone', given: 'withdrawn' },
    ]);
  });
});
