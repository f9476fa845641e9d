import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificatePages } from '../../../../api/certificates/index.ts';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { certificatesOf, plantModule, shortModule, withDecree } from './testing/plant-module.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

/** What anybody is told who opens the address of a certificate. */
const opened = async (path: string) => {
  const answer = await certificatePages(house.hall).request(`/${path}`);
  return { status: answer.status, text: await answer.text() };
};

/** To the end of the short module, with every answer right. */
const wholeWay = `
    > /belajar
    > [Mulai]
    > [Lanjut]
    > [Lanjut]
    > Menunggu
    Mbah Sarmi pulang.
    Besok ia datang lagi.
    > [Lanjut]
    > Kursi
    > [Lanjut]
    > Dua kali`;

test('hours come with a decree only, count for the year at once, and a stranger sees them confirmed', async () => {
  await plantModule(house, withDecree(shortModule, '1'));
  const Rini = await linkStaff(house, { name: 'Rini Lestari', roles: [] });
  await playTranscript('> /pelatihan\nJP …: 0…\n…', Rini);
  const { names } = await playTranscript(
    `${wholeWay}
    Tepat. …
    Selamat, Bapak/Ibu lulus! …
    Sertifikat {number} sudah terbit: …
    Modul ini bernilai 1 JP, dan sudah masuk hitungan tahun ini.
    [Belajar] [Baca lagi]
    > /pelatihan
    JP …: 1…
    …
  `,
    Rini,
  );
  const number = names.get('number') ?? '';
  expect(number).toMatch(/^BLJ-\d{4}-[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(await certificatesOf(house, 'Rini Lestari')).toEqual([
    { number, jp: 100, percent: 100, unit: 'Dinas Perhubungan', counted: 100 },
  ]);
  const { status, text } = await opened(number);
  expect(status).toBe(200);
  for (const seen of [
    'Rini Lestari',
    'yang telah menyelesaikan modul Antre dengan nyaman',
    'Dinas Perhubungan',
    '1 JP, keputusan nomor 893/12/BKPSDM/2026',
  ])
    expect(text).toContain(seen);
  expect((await opened(`${number}?nama=rini%20lestari`)).status).toBe(200);
  for (const wrong of [`${number}?nama=Rini`, `${number.slice(0, -1)}${number.endsWith('A') ? 'B' : 'A'}`]) {
    const { status: refused, text: said } = await opened(wrong);
    expect([wrong, refused]).toEqual([wrong, 404]);
    expect(said).not.toContain('Lestari');
  }
});

test('a certificate is given once: who learns it all again keeps the one there is', async () => {
  await plantModule(house, shortModule);
  const Tari = await linkStaff(house, { name: 'Tari', roles: [] });
  await playTranscript(
    `${wholeWay}
    …
    Sertifikat {number} sudah terbit: …
    Modul ini belum ber-JP: menunggu persetujuan bagian kepegawaian.
    …
    > [Baca lagi]
    Kartu 1 dari 2
    …
    > [Lanjut]
    > [Lanjut]
    > Menunggu
    > [Lanjut]
    > Tanda tangan
    > [Lanjut]
    > Dua kali
    Tepat. …
    Terima kasih sudah sampai akhir. …
    Sertifikat Bapak/Ibu {number}: …
    …
    > [Ulangi soal]
    > Kursi
    > [Lanjut]
    > Dua kali
    Tepat. …
    Selamat, Bapak/Ibu lulus! …
    Sertifikat Bapak/Ibu {number}: …
    [Belajar] [Baca lagi]
  `,
    Tari,
  );
  expect(await certificatesOf(house, 'Tari')).toMatchObject([{ jp: 0, counted: null }]);
});
