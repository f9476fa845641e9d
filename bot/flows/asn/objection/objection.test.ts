import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countedAward, workedExample } from '../../../../api/testing/counted-award.ts';
import { linkStaff } from '../../../../api/testing/staff.ts';
import { answerObjection } from '../../../../db/stores/award/answer-objection.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import type { Schedule } from '../../../domain/award/standing.ts';
import { openObjections, reason } from './testing/objections.ts';

let town: Awaited<ReturnType<typeof openObjections>>;
beforeAll(async () => {
  town = await openObjections();
});
afterAll(() => town.house.close());
beforeEach(() => town.clear());

describe('an objection to the result', () => {
  test('that is right makes it be told anew, with the days to object once more and never again', async () => {
    const { Hadi, Sari } = await town.committee();
    const Rina = await town.asn();
    const counted = await countedAward(town.house, workedExample);
    await town.publish(counted);
    await town.moveTo(counted, 'masa_sanggah');
    await town.read(Rina);
    const first = await town.object(Rina);
    expect(first).toMatch(/^S-[0-9A-Z]{6}$/);
    expect(await town.read(Sari)).toContain(
      `Sanggahan ${first} tentang hasil sementara perlu jawaban tertulis`,
    );
    const before = await town.scheduleOf(counted);
    await town.answers(
      Hadi,
      'Sanggahan benar',
      'Hasil dihitung dan diumumkan ulang, lalu masa sanggah dimulai lagi satu kali.',
    );
    const heard = await town.read(Rina);
    expect(heard).toContain(`Sanggahan ${first} diterima panitia.\nSudah kami periksa bersama`);
    expect(heard).toContain('Hasil dihitung dan diumumkan ulang.');
    expect(await town.isTold()).toBe(false);
    const after = await town.scheduleOf(counted);
    expect(after.again).toEqual(['masa_sanggah']);
    const ends = (one: Schedule) => one.phases.find(({ name }) => name === 'keputusan')?.until ?? '';
    expect(ends(after) > ends(before)).toBe(true);
    await Sari.press('Buka sanggahan');
    expect(await town.read(Sari)).toContain(`Sanggahan ${first} sudah dijawab oleh Hadi Prabowo.`);

    expect(await town.publish(counted)).toBe('told');
    expect(await town.read(Rina)).toContain('Hasil sementara ASN Berprestasi 2026 sudah diperbarui.');
    await town.moveTo(counted, 'masa_sanggah');
    await town.object(Rina);
    await town.answers(
      Sari,
      'Sanggahan benar',
      'Hasil dihitung dan diumumkan ulang. Masa sanggah sudah pernah diulang, jadi tidak dimulai lagi.',
    );
    expect(await town.scheduleOf(counted)).toEqual(after);
    expect(await town.isTold()).toBe(false);
    expect(await town.publish(counted)).toBe('told');
    expect(await town.scheduleOf(counted)).toEqual(after);
  });

  test('that is not is answered in writing, and the result stays', async () => {
    const { Sari } = await town.committee();
    const Rina = await town.asn();
    const counted = await countedAward(town.house, workedExample);
    await town.publish(counted);
    await town.moveTo(counted, 'masa_sanggah');
    const number = await town.object(Rina);
    await playTranscript(
      `
      > /sanggah
      Sanggahan Bapak/Ibu ${number} sedang diperiksa. Jawabannya kami kirim ke sini.
    `,
      Rina,
    );
    await town.answers(Sari, 'Tetap semula', 'Sudah kami periksa bersama dengan semua lampirannya');
    expect(await town.read(Rina)).toContain(
      `Sanggahan ${number} sudah diperiksa, dan hasilnya tetap seperti semula.\nSudah kami periksa`,
    );
    expect(await town.isTold()).toBe(true);
    expect((await town.scheduleOf(counted)).again).toEqual([]);
  });

  test('needs a reason, its time, and a colleague who serves', async () => {
    await town.committee();
    const Rina = await town.asn();
    const citizen = town.house.actor();
    await playTranscript('> /sanggah\nSanggahan diajukan oleh ASN dari chat yang sudah terhubung…', citizen);
    await playTranscript('> /sanggah\nBelum ada putaran ASN Berprestasi yang berjalan…', Rina);
    const counted = await countedAward(town.house, workedExample);
    await playTranscript('> /sanggah\nHasil sementara belum diumumkan…', Rina);
    await town.publish(counted);
    await town.read(Rina);
    await town.moveTo(counted, 'masa_sanggah');
    await playTranscript(
      `
      > /sanggah
      Apa yang belum tepat dari hasil sementara ASN Berprestasi 2026? Tulis dengan alasannya dalam satu pesan.
      [Batal]
      > kurang tepat
      Mohon ditulis sedikit lebih lengkap, paling sedikit 20 huruf, supaya bisa diperiksa.
      …
      > Batal
      …
    `,
      Rina,
    );
    await town.moveTo(counted, 'keputusan');
    await playTranscript('> /sanggah\nMasa sanggah sudah berakhir…\n[Lihat hasil]', Rina);
  });

  test('goes to the whole committee where no two are from other offices, and whoever is fits may answer', async () => {
    const { Hadi } = await town.committee();
    await town.house.hall.database.sql`update employee set roles = '{}' where name = 'Sari Dewi'`;
    const Rina = await town.asn();
    const counted = await countedAward(town.house, workedExample);
    await town.publish(counted);
    await town.moveTo(counted, 'masa_sanggah');
    const number = await town.object(Rina);
    expect(await town.read(Hadi)).toContain(`Sanggahan ${number} belum punya dua pemeriksa`);
    await Hadi.press('Buka sanggahan');
    expect(await town.read(Hadi)).toContain(reason);
  });

  test('is opened by nobody but its reviewers until it is late', async () => {
    const { Hadi } = await town.committee();
    const Rina = await town.asn();
    const Joko = await linkStaff(town.house, { name: 'Joko Susilo', roles: ['committee'] });
    const counted = await countedAward(town.house, workedExample);
    await town.publish(counted);
    await town.moveTo(counted, 'masa_sanggah');
    const number = await town.object(Rina);
    await town.read(Joko);
    const look = async () => {
      const { sql } = town.house.hall.database;
      const [row] = await sql<{ contact: number }[]>`
        select l.contact_id::int as contact from staff_link l join employee e on e.id = l.employee_id
        where e.name = 'Joko Susilo' and l.ended_at is null`;
      const session = await town.house.hall.sessions.of(row?.contact ?? 0);
      if (!session) throw new Error('no chat');
      return town.house.hall.parts.reads(session).awardObjection(number);
    };
    expect(await look()).toBeNull();
    await town.moveTo(counted, 'keputusan');
    expect(await look()).toMatchObject({ late: true, mine: false, words: '' });
    await town.answers(Hadi, 'Tetap semula', 'Sudah kami periksa bersama dengan semua lampirannya');
    expect(await look()).toBeNull();
  });

  test('answered by both reviewers at one moment is answered once', async () => {
    const { Hadi, Sari } = await town.committee();
    const Rina = await town.asn();
    const counted = await countedAward(town.house, workedExample);
    await town.publish(counted);
    await town.moveTo(counted, 'masa_sanggah');
    const number = await town.object(Rina);
    const { database, seal, city, clock } = town.house.hall;
    const chats = await town.sql<{ id: number }[]>`
      select l.contact_id::int as id from staff_link l join employee e on e.id = l.employee_id
      where e.roles = '{committee}' and l.ended_at is null`;
    expect(chats).toHaveLength([Hadi, Sari].length);
    const effect = { do: 'award.answer-objection', number, outcome: 'upheld', words: reason } as const;
    const answered = await Promise.allSettled(
      chats.map((chat) =>
        database.sql.begin((tx) => answerObjection(tx, seal, city(), chat, effect, clock.now())),
      ),
    );
    expect(answered.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await town.scheduleOf(counted)).again).toEqual(['masa_sanggah']);
    expect((await town.minutesOf(counted)).filter((about) => about === 'restarted')).toHaveLength(1);
  });
});
