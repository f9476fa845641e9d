import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { fileReport, linkStaff, openCase, openOffice } from '../../../api/testing/staff.ts';
import { publish } from '../../../db/stores/publication.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
let root: string;
let Rina: Awaited<ReturnType<typeof linkStaff>>;
let Dewi: Awaited<ReturnType<typeof linkStaff>>;
beforeAll(async () => {
  house = await openTestHall();
  root = new URL(house.webhookUrl).origin;
  await openOffice(house.hall);
  Rina = await linkStaff(house, { name: 'Rina Astuti' });
  Dewi = await linkStaff(house, { name: 'Dewi Lestari', roles: ['coordinator'], unit: 'setda' });
});
afterAll(() => house.close());

/** A report that lies before the coordinator, who alone may show it. */
const atDesk = async (filed: Parameters<typeof fileReport>[1] = {}) => {
  const { Sri, ticket } = await openCase(house, Rina, filed);
  await playTranscript('> [Bukan wewenang]\n> bukan lampu jalan\n> [Kembalikan]', Rina);
  await Dewi.seen();
  await Sri.seen();
  return { Sri, ticket };
};

const page = async (path: string) => {
  const response = await fetch(`${root}/lacak/${path}`, { headers: { 'x-forwarded-for': '198.51.100.7' } });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const photoOf = async (ticket: string) =>
  (
    await house.hall.database.sql<
      { id: string }[]
    >`select m.id from media m join report r on r.id = m.report_id where r.ticket = ${ticket}`
  )[0]?.id ?? '';

test('words are shown once a coordinator approved them, masked, and however they are edited', async () => {
  const { ticket } = await atDesk({ words: 'lampu jalan mati, hubungi 0812 3456 7890' });
  expect((await page(ticket)).text).not.toContain('hubungi');
  await playTranscript(
    `
    > [Tampilkan publik]
    Tulisan untuk halaman publik ${ticket}, data pribadi sudah disamarkan:
    lampu jalan mati, hubungi [nomor telepon]
    Nama orang tidak kami kenali, mohon dibaca sekali lagi. Pilih, atau tulis ulang.
    [Pakai ini] [Tanpa tulisan]
    > Lampu jalan mati, kata warga hubungi 081234567890
    Akan tampil di halaman publik ${ticket}:
    Lampu jalan mati, kata warga hubungi [nomor telepon]
    Foto: 0
    Sudah benar?
    [Tampilkan] [Ubah] [Batal]
    > [Tampilkan]
    Laporan ${ticket} sekarang tampil di https://sapa.example/lacak/${ticket}.
  `,
    Dewi,
  );
  const { text } = await page(ticket);
  expect(text).toContain('Lampu jalan mati, kata warga hubungi [nomor telepon]');
  expect(text).not.toContain('0812');
  expect((await page(`${ticket}?bahasa=en`)).text).not.toContain('[phone]');
});

test('a photo is shown only with the consent of whoever sent it, and goes again when that is taken back', async () => {
  const { Sri, ticket } = await atDesk({ photo: true });
  const photo = await photoOf(ticket);
  await playTranscript(
    `
    > [Tampilkan publik]
    Tulisan untuk halaman publik ${ticket}…
    …
    > [Pakai ini]
    Foto yang belum bisa tampil, karena pengirimnya belum mengizinkan: 1.
    Akan tampil di halaman publik ${ticket}:
    …
    > [Tampilkan]
    Laporan ${ticket} sekarang tampil…
  `,
    Dewi,
  );
  expect((await page(ticket)).text).not.toContain('<img');
  expect((await page(`${ticket}/foto/${photo}`)).status).toBe(404);

  await playTranscript(
    `
    > /cek ${ticket}
    …
    > [Foto boleh tampil]
    Boleh foto dari Bapak/Ibu tampil di halaman publik? …
    [Ya] [Tidak]
    > [Ya]
    Terima kasih. Foto dari Bapak/Ibu boleh tampil setelah diperiksa petugas.
  `,
    Sri,
  );
  expect((await page(ticket)).text).not.toContain('<img');
  const { database, seal, city, clock } = house.hall;
  const [coordinator] = await database.sql<{ id: number }[]>`select l.contact_id::int as id from staff_link l
    join employee e on e.id = l.employee_id where e.name = 'Dewi Lestari'`;
  const id = coordinator?.id ?? 0;
  const effect = { do: 'report.publish' as const, ticket, words: null, photos: [photo] };
  await publish(database.sql, seal, city(), { id }, effect, clock.now());

  expect((await page(ticket)).text).toContain(`<img src="/lacak/${ticket}/foto/${photo}" alt="Foto laporan"`);
  const shown = await page(`${ticket}/foto/${photo}`);
  expect(shown.status).toBe(200);
  expect(shown.headers.get('content-type')).toBe('image/jpeg');
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
  expect(shown.headers.get('cache-control')).toBe('no-store');
  expect((await page(`SLT-ZZZZZZ/foto/${photo}`)).status).toBe(404);

  await playTranscript(
    '> /cek\n> 1\n> [Izin foto]\n> [Tidak]\nBaik, foto dari Bapak/Ibu tidak ditampilkan…',
    Sri,
  );
  expect((await page(`${ticket}/foto/${photo}`)).status).toBe(404);
});

test('photos are looked at one by one, and what is shown can be taken back', async () => {
  const { Sri, ticket } = await atDesk({ photo: true });
  await playTranscript(`> /cek ${ticket}\n> [Foto boleh tampil]\n> [Ya]\nTerima kasih…`, Sri);
  await playTranscript(
    `
    > [Tampilkan publik]
    > [Tanpa tulisan]
    Ada 1 foto yang boleh tampil. Yang mana yang ditampilkan?
    [Semua foto] [Satu per satu] [Tanpa foto]
    > [Satu per satu]
    …
    > [Ya]
    Akan tampil di halaman publik ${ticket}:
    tanpa tulisan
    Foto: 1
    Sudah benar?
    > [Tampilkan]
    Laporan ${ticket} sekarang tampil…
  `,
    Dewi,
  );
  expect((await page(`${ticket}/foto/${await photoOf(ticket)}`)).status).toBe(200);
  await playTranscript(
    `
    > [Lihat laporan]
    > [Tampilkan publik]
    Laporan ${ticket} sudah tampil di halaman publik. Apa yang berubah?
    [Atur lagi] [Tarik kembali]
    > [Tarik kembali]
    Tulisan dan foto laporan ${ticket} tidak tampil di halaman publik.
  `,
    Dewi,
  );
  expect((await page(ticket)).text).not.toContain('<img');
});

test('the store lets nobody show a Tertutup report, another’s photo, or unmasked words', async () => {
  const { ticket } = await atDesk({ identity: 'Tertutup', words: 'lampu jalan mati di rumah saya' });
  const { database, seal, city, clock } = house.hall;
  const contacts = await database.sql<
    { id: number; name: string }[]
  >`select l.contact_id::int as id, e.name from staff_link l
    join employee e on e.id = l.employee_id`;
  const named = (name: string) => ({ id: contacts.find((one) => one.name === name)?.id ?? 0 });
  const attempt = (name: string, to: string, words: string, photos: string[] = []) =>
    publish(
      database.sql,
      seal,
      city(),
      named(name),
      { do: 'report.publish', ticket: to, words, photos },
      clock.now(),
    );
  const rows = (of: string) =>
    database.sql`select p.words, p.photos::text from publication p join report r on r.id = p.report_id where r.ticket = ${of}`;
  await attempt('Dewi Lestari', ticket, 'lampu mati');
  expect(await rows(ticket)).toHaveLength(0);
  const open = await fileReport(house);
  await attempt('Rina Astuti', open, 'lampu mati');
  expect(await rows(open)).toHaveLength(0);
  const other = await fileReport(house, { photo: true });
  await attempt('Dewi Lestari', open, 'telepon 081234567890', [await photoOf(other)]);
  expect(await rows(open)).toEqual([{ words: 'telepon [phone]', photos: '{}' }]);
});
