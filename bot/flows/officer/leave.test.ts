import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { fileReport, linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
});
afterAll(() => house.close());

test('an officer goes on leave with a stand-in, gets no new reports, and is back with one tap', async () => {
  const Rina = await linkStaff(house, { name: 'Rina Astuti' });
  const Budi = await linkStaff(house, { name: 'Budi Santoso' });
  await linkStaff(house, { name: 'Tono Wibowo', unit: 'dinas_pu' });
  await playTranscript(
    `
    > /cuti
    Cuti mulai tanggal berapa? Boleh ditulis, misalnya 27 Nov.
    > hari ini
    Sampai tanggal berapa? Hari itu ikut dihitung.
    > 1/1/2020
    Tanggal itu sebelum hari pertama. Silakan pilih yang sesudahnya.
    Sampai tanggal berapa? Hari itu ikut dihitung.
    > lusa
    Siapa yang menggantikan? Pilih atau tulis namanya.
    [Budi Santoso] [Tanpa pengganti]
    > tono
    Nama itu belum kami temukan di kantor Bapak/Ibu. Silakan pilih di bawah ini.
    Siapa yang menggantikan? Pilih atau tulis namanya.
    > budi
    Cuti … sampai ….
    Pengganti: Budi Santoso
    Sudah benar?
    [Simpan] [Ubah] [Batal]
    > [Simpan]
    Tercatat. Selama cuti, laporan baru tidak dikirim ke Bapak/Ibu sampai …. Selamat beristirahat.
  `,
    Rina,
  );
  await house.hall.deliver();
  expect((await Budi.seen()).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Bapak\/Ibu menggantikan Rina Astuti dari .+ sampai .+\. Laporan baru/),
  ]);
  await fileReport(house);
  expect(await Rina.seen()).toEqual([]);
  await playTranscript(
    `
    > /cuti
    Bapak/Ibu tercatat cuti … sampai …. Pengganti: Budi Santoso. Apa yang berubah?
    [Sudah masuk lagi]
    [Atur cuti lain]
    > [Sudah masuk lagi]
    Selamat datang kembali. Laporan baru dikirim lagi ke Bapak/Ibu.
  `.replace(']\n    [Atur', '] [Atur'),
    Rina,
  );
  await fileReport(house);
  expect((await Rina.seen()).map(({ text }) => text)).toEqual([expect.stringMatching(/^Laporan baru/)]);
});

test('nobody is away for an office that is not theirs to work for', async () => {
  await playTranscript('> /cuti\nChat ini belum terhubung…', house.actor());
  const clerk = await linkStaff(house, { name: 'Wati', roles: [] });
  await playTranscript('> /cuti\nCuti di sini untuk petugas yang menangani laporan…', clerk);
});
