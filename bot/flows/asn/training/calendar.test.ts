import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const feeds = () => house.hall.database.sql`select encode(hash, 'hex') as hash from calendar_feed`;

test('an employee makes the address of their calendar, sees it once, makes another and switches it off', async () => {
  const rina = await linkStaff(house, { name: 'Rina Astuti', roles: [] });
  await playTranscript(
    `
    > /kalender
    Kalender pribadi memuat jadwal pelatihan, batas waktu, dan tanggal kepegawaian Bapak/Ibu…
    [Buat alamat] [Batal]
    > [Buat alamat]
    Alamat kalender Bapak/Ibu, hanya tampil sekali ini:
    https://sapa.example/kalender/….ics
    Google Kalender: Kalender lainnya, +, Dari URL. iPhone: …
    Siapa pun yang punya alamat ini bisa membacanya, jadi jangan dibagikan.
    `,
    rina,
  );
  const [first] = await feeds();
  await playTranscript(
    `
    > /kalender
    Kalender pribadi Bapak/Ibu punya alamat sejak …. Demi keamanan tidak kami tampilkan lagi. …
    [Alamat baru] [Matikan] [Biarkan saja]
    > [Biarkan saja]
    Baik, tidak ada yang berubah.
    [Pelatihan]
    > /kalender
    …
    > [Alamat baru]
    Alamat kalender Bapak/Ibu, hanya tampil sekali ini:
    …
    `,
    rina,
  );
  const [second, more] = await feeds();
  expect(second?.hash).not.toBe(first?.hash);
  expect(more).toBeUndefined();
  await playTranscript(
    '> /kalender\n…\n> [Matikan]\nBaik, alamat kalender dimatikan. Isinya tidak bisa dibaca lagi lewat alamat itu.\n[Pelatihan]',
    rina,
  );
  expect(await feeds()).toEqual([]);
});

test('nobody who is not linked has one, and no letter of it stays', async () => {
  await playTranscript('> /kalender\nChat ini belum terhubung dengan data kepegawaian…', house.actor());
  const budi = await linkStaff(house, { roles: [] });
  const count = async () =>
    (await house.hall.database.sql`select count(*)::int as n from letter where answer and not fleeting`)[0]
      ?.n;
  const before = await count();
  await playTranscript('> /kalender\n…\n> [Buat alamat]\nAlamat kalender Bapak/Ibu…\n…', budi);
  expect(await count()).toBe(before);
});
