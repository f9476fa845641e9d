import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hireSomebody } from '../../../api/testing/employee.ts';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { makeCode } from '../../../db/stores/activation.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const codeFor = async (nip: string): Promise<string> => {
  const { database, seal, clock } = house.hall;
  const made = await makeCode(database.sql, seal, { nip, now: clock.now(), random: randomBytes });
  if (typeof made === 'string') throw new Error(made);
  return made.code;
};

/** The same code but for its last character, which is another. */
const spoiled = (code: string): string => code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');

const refusal = 'Kode tidak cocok atau sudah tidak berlaku…';
const welcome = 'Chat ini sekarang terhubung dengan data kepegawaian…';
const links = () =>
  house.hall.database.sql`select ended_why as why from staff_link order by id`.then((rows) =>
    rows.map(({ why }) => why),
  );

describe('an employee with a code from the personnel office', () => {
  test('is linked by it, sees the own record, and lets go again', async () => {
    const code = await codeFor(await hireSomebody(house.hall.database.sql));
    const sri = house.actor();
    await playTranscript(
      `
      > /profil
      Chat ini belum terhubung dengan data kepegawaian…
      > /masuk
      Silakan kirim kode aktivasi…
      > besok saja
      Kode aktivasi terdiri dari 13 huruf dan angka…
      Silakan kirim kode aktivasi…
      > ${code.toLowerCase().replaceAll('-', ' ')}
      ${welcome}
      > [Profil saya]
      Sri Wahyuni, S.E.
      Analis Kebijakan
      Badan Pengelolaan Keuangan dan Pendapatan Daerah
      Menurut data kepegawaian. Chat ini terhubung sejak…
      …
      > [Lepas sambungan]
      Lepaskan chat ini dari data kepegawaian?
      [Ya] [Tidak]
      > tidak
      Baik, chat ini tetap terhubung.
      > /profil
      Sri Wahyuni, S.E.
      Analis Kebijakan
      Badan Pengelolaan Keuangan dan Pendapatan Daerah
      Menurut data kepegawaian. Chat ini terhubung sejak…
      …
      > [Lepas sambungan]
      Lepaskan chat ini…
      > ya
      Baik, chat ini sudah dilepas…
      > /profil
      Chat ini belum terhubung…
    `,
      sri,
    );
  });

  test('uses it once: the same code from another chat gets the answer of a wrong one', async () => {
    const code = await codeFor(await hireSomebody(house.hall.database.sql));
    await playTranscript(`> /masuk ${code}\n${welcome}`, house.actor());
    await playTranscript(`> /masuk ${code}\n${refusal}`, house.actor());
  });

  test('links a new phone with a new code, and the old chat is told', async () => {
    const nip = await hireSomebody(house.hall.database.sql);
    const [old, fresh] = [house.actor(), house.actor()];
    await playTranscript(`> /masuk ${await codeFor(nip)}\n${welcome}`, old);
    await playTranscript(`> /masuk ${await codeFor(nip)}\n${welcome}`, fresh);
    await house.hall.deliver();
    await playTranscript('> /profil\n…kini terhubung dengan chat lain…\nChat ini belum terhubung…', old);
    await playTranscript(
      '> /profil\nSri Wahyuni, S.E.\nAnalis Kebijakan\nBadan Pengelolaan Keuangan dan Pendapatan Daerah\nMenurut data kepegawaian…\n…',
      fresh,
    );
    expect((await links()).slice(-2)).toEqual(['relinked', null]);
  });
});

describe('a code', () => {
  test('is replaced by a later one', async () => {
    const nip = await hireSomebody(house.hall.database.sql);
    const [first, second] = [await codeFor(nip), await codeFor(nip)];
    await playTranscript(`> /masuk ${first}\n${refusal}\n> /masuk ${second}\n${welcome}`, house.actor());
  });

  test('is burned by five wrong tries, from whichever chats they come', async () => {
    const code = await codeFor(await hireSomebody(house.hall.database.sql));
    for (let i = 0; i < 5; i++) await playTranscript(`> /masuk ${spoiled(code)}\n${refusal}`, house.actor());
    await playTranscript(`> /masuk ${code}\n${refusal}`, house.actor());
  });

  test('survives four, and a beginning that nobody has', async () => {
    const code = await codeFor(await hireSomebody(house.hall.database.sql));
    for (let i = 0; i < 4; i++) await playTranscript(`> /masuk ${spoiled(code)}\n${refusal}`, house.actor());
    await playTranscript(`> /masuk ${code}\n${welcome}`, house.actor());
  });

  test('lasts 72 hours', async () => {
    const [early, late] = [
      await codeFor(await hireSomebody(house.hall.database.sql)),
      await codeFor(await hireSomebody(house.hall.database.sql)),
    ];
    await house.hall.clock.shift(71 * 3600);
    await playTranscript(`> /masuk ${early}\n${welcome}`, house.actor());
    await house.hall.clock.shift(2 * 3600);
    await playTranscript(`> /masuk ${late}\n${refusal}`, house.actor());
  });

  test('is not tried more than five times an hour from one chat, right ones included', async () => {
    const code = await codeFor(await hireSomebody(house.hall.database.sql));
    const guesser = house.actor();
    for (let i = 0; i < 5; i++) await playTranscript(`> /masuk 0000-0000-0000${i}\n${refusal}`, guesser);
    await playTranscript(`> /masuk ${code}\nSudah terlalu banyak kode yang dicoba…`, guesser);
    await house.hall.clock.shift(3_700);
    await playTranscript(`> /masuk ${code}\n${welcome}`, guesser);
  });

  test('of somebody who has left links nobody', async () => {
    const nip = await hireSomebody(house.hall.database.sql);
    const code = await codeFor(nip);
    await house.hall.database.sql`update employee set active = false where nip = ${nip}`;
    await playTranscript(`> /masuk ${code}\n${refusal}`, house.actor());
  });
});
