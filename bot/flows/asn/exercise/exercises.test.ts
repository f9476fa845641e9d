import { expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../../api/testing/hall.ts';
import { runJob } from '../../../../api/testing/run-job.ts';
import { solveReport } from '../../../../api/testing/solved-report.ts';
import { linkStaff, openOffice } from '../../../../api/testing/staff.ts';
import { playTranscript } from '../../../conversation/transcript.ts';

const complaint =
  'Selamat pagi. Lampu jalan di depan rumah saya mati sejak 12 Mei 2026, gelap sekali kalau malam. Saya Wagirin, lampunya model grendolin, hubungi 0812-3011-7700.';

/** A house where one report was solved, has lain quiet for a week, and was made into an exercise. */
const withExercise = async (house: TestHall) => {
  await openOffice(house.hall, '2026-12-01');
  const Budi = await linkStaff(house, { name: 'Budi Santoso' });
  await solveReport(house, { words: complaint });
  await house.hall.announce();
  await house.hall.deliver();
  await Budi.seen();
  await openOffice(house.hall, '2026-12-09');
  expect(await runJob(house, 'make-exercises')).toBe(1);
  return Budi;
};

const answered = `
  > Selamat pagi, Bapak/Ibu. Dinas Perhubungan mengganti lampunya besok, paling lambat jam 10.
  Terima kasih. Sekarang nilai sendiri jawaban tadi, empat pertanyaan pendek.
  1 dari 4. Apakah jawaban itu menyapa warganya?
  [Ya] [Tidak]
  > Ya
  2 dari 4. Apakah jelas kantor mana yang menjawab?
  > Ya
  3 dari 4. Apakah disebut kapan, dengan hari atau tanggal?
  > Tidak
  4 dari 4. Apakah kata-katanya mudah dipahami warga?
  > Ya
`;

test('a solved report is approved without its people, answered, scored by oneself and by a colleague, and nobody is named', async () => {
  const house = await openTestHall();
  const Budi = await withExercise(house);
  await playTranscript(
    `
    > /latihan
    LATIHAN. Tidak ada yang terkirim ke warga.
    1 kasus nyata menunggu persetujuan Bapak/Ibu.
    Ini laporan karangan untuk mencoba. Mau mulai dari yang mana?
    [Lampu mati] [Sampah menumpuk] [Jalan berlubang] [Kasus nyata] [Periksa kasus]
    > [Periksa kasus]
    1 kasus menunggu persetujuan. Nama dan alamat sudah diganti tanda seperti [nama]. Kata bertanda (ini?) mohon dilihat lagi: mungkin masih menunjuk seseorang.
    Lampu Jalan (PJU), Dinas Perhubungan, Desember 2026
    Warga: Selamat pagi. Lampu jalan di depan rumah saya mati sejak bulan Mei, gelap sekali kalau malam. Saya [nama], lampunya (model?) (grendolin?), hubungi [telepon].
    Kantor: Lampu sudah kami ganti tadi pagi dan sudah menyala kembali.
    Kantor: Pekerjaan sudah selesai dan sudah diperiksa petugas.
    Boleh dipakai untuk latihan pegawai?
    [Boleh dipakai] [Tutup yang bertanda] [Jangan dipakai]
    > [Tutup yang bertanda]
    Terima kasih. Kata yang bertanda kami tutup, lalu kasus ini dipakai untuk latihan dan tidak lagi terhubung dengan laporannya.
    [Kasus nyata]
  `,
    Budi,
  );
  const Rina = await linkStaff(house, { name: 'Rina Astuti', roles: [] });
  const Tono = await linkStaff(house, { name: 'Tono Wibowo', roles: [], unit: 'dinas_kesehatan' });
  await playTranscript(
    `
    > /latihan
    …
    > [Kasus nyata]
    Kasus nyata: laporan warga yang sudah selesai, tanpa nama dan alamat siapa pun. Jawaban Bapak/Ibu hanya untuk latihan dan tidak pernah dikirim ke warga.
    1 kasus belum Bapak/Ibu jawab.
    [Jawab kasus] [Laporan karangan]
    > [Jawab kasus]
    Lampu Jalan (PJU), Dinas Perhubungan, Desember 2026
    Warga: Selamat pagi. Lampu jalan di depan rumah saya mati sejak bulan Mei, gelap sekali kalau malam. Saya [nama], lampunya [nama], hubungi [telepon].
    Bagaimana Bapak/Ibu menjawab? Tulis seperti bicara langsung dengan warga.
    ${answered}
    Yang kami lihat dari kata-katanya saja, sekadar pendapat ketiga:
    Sapaan: ada.
    Nama kantor: disebut.
    Waktu: ada hari atau tanggalnya.
    Bahasa: mudah dipahami.
    Begini kelanjutannya waktu itu:
    Kantor: Lampu sudah kami ganti tadi pagi dan sudah menyala kembali.
    Kantor: Pekerjaan sudah selesai dan sudah diperiksa petugas.
    Jawaban Bapak/Ibu kami simpan tersegel. Mau seorang rekan ikut menilai? Ia tidak melihat nama Bapak/Ibu.
    [Minta rekan menilai] [Kasus lain]
    > [Minta rekan menilai]
    Baik. Jawaban Bapak/Ibu menunggu penilaian seorang rekan, tanpa nama. Hasilnya kami kabarkan di chat ini.
    [Kasus lain]
    > [Kasus lain]
    …
    Semua kasus sudah Bapak/Ibu jawab. Kasus baru menyusul setelah disetujui petugas.
    [Laporan karangan]
  `,
    Rina,
  );
  const { transcript } = await playTranscript(
    `
    > /latihan
    …
    > [Kasus nyata]
    …
    Ada jawaban rekan yang menunggu dinilai, tanpa nama.
    [Jawab kasus] [Nilai jawaban rekan] [Laporan karangan]
    > [Nilai jawaban rekan]
    …
    Jawaban seorang rekan: Selamat pagi, Bapak/Ibu. Dinas Perhubungan mengganti lampunya besok, paling lambat jam 10.
    1 dari 4. Apakah jawaban itu menyapa warganya?
    [Ya] [Tidak]
    > Ya
    …
    > Tidak
    …
    > Ya
    …
    > Ya
    Terima kasih. Penilaian Bapak/Ibu kami sampaikan kepada penulisnya tanpa nama.
    [Kasus lain]
  `,
    Tono,
  );
  expect(transcript).not.toContain('Rina');
  await house.hall.deliver();
  const told = (await Rina.seen()).map(({ text }) => text).join('\n');
  for (const line of [
    'Seorang rekan sudah menilai jawaban Bapak/Ibu',
    'Sapaan: sama-sama dinilai sudah ada.',
    'Nama kantor: menurut Bapak/Ibu sudah, menurut rekan belum.',
    'Waktu: menurut rekan sudah, menurut Bapak/Ibu belum.',
    'Yang dilihat berbeda enak dibicarakan bersama tim.',
  ])
    expect(told).toContain(line);
  expect(told).not.toContain('Tono');
  const [row] = await house.hall.database.sql`
    select e.report_id, e.judged_by is not null as judged, encode(a.words, 'escape') as words from exercise e join exercise_answer a on a.exercise_id = e.id`;
  expect(row).toMatchObject({ report_id: null, judged: true });
  expect(row?.words).not.toContain('lampunya');
  await house.close();
});

test('of two colleagues one scores, of two officers one decides, and the second is told', async () => {
  const house = await openTestHall();
  const Budi = await withExercise(house);
  const Sari = await linkStaff(house, { name: 'Sari Dewanti' });
  for (const one of [Budi, Sari]) await playTranscript('> /latihan\n…\n> [Periksa kasus]\n…', one);
  await playTranscript(
    '> [Boleh dipakai]\nTerima kasih. Kasus ini sekarang dipakai untuk latihan, dan tidak lagi terhubung dengan laporannya.',
    Budi,
  );
  await playTranscript('> [Jangan dipakai]\nKasus ini sudah diputuskan, atau sudah tidak tersedia.', Sari);
  await playTranscript(
    `> /latihan\n…\n> [Kasus nyata]\n…\n> [Jawab kasus]\n…\n${answered.trimEnd()}\n…\n> [Minta rekan menilai]\n…`,
    Budi,
  );
  const Tono = await linkStaff(house, { name: 'Tono Wibowo', roles: [] });
  const scoring = '> /latihan\n…\n> [Kasus nyata]\n…\n> [Nilai jawaban rekan]\n…\n> Ya\n…\n> Ya\n…\n> Ya\n…';
  for (const one of [Sari, Tono]) await playTranscript(scoring, one);
  await playTranscript('> Tidak\nTerima kasih. Penilaian Bapak/Ibu…', Tono);
  await playTranscript('> Ya\nJawaban ini sudah dinilai rekan lain, atau sudah tidak tersedia.', Sari);
  const rows = await house.hall.database.sql`select colleague_marks as marks from exercise_answer`;
  expect(rows).toEqual([{ marks: { greeting: true, office: true, date: true, plain: false } }]);
  await house.hall.deliver();
  const told = (await Budi.seen()).filter(({ text }) => text.includes('Seorang rekan sudah menilai'));
  expect(told).toHaveLength(1);
  await house.close();
});
