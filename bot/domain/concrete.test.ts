import { describe, expect, test } from 'vitest';
import { isConcrete } from './concrete.ts';

describe('says nothing', () => {
  test.each([
    'akan segera ditindaklanjuti',
    'Terima kasih atas laporannya.',
    'Sudah kami teruskan.',
    'mohon ditunggu ya Pak',
    'Terima kasih atas laporan Bapak/Ibu, akan segera kami tindak lanjuti dengan dinas terkait.',
    'Laporan lampu jalan mati di Perumahan Candi akan segera ditindaklanjuti',
    'Laporan SLT-7K4PQ2 sudah kami terima dan sedang diproses.',
    'Laporan nomor 12345 akan kami tindaklanjuti secepatnya',
    'Mohon maaf atas ketidaknyamanannya. Mohon bersabar.',
    'Akan kami koordinasikan dengan bidang yang bersangkutan',
    'Tim kami akan segera turun ke lokasi',
    'Menjadi perhatian kami, terima kasih',
    'Masukan Anda sangat berarti bagi kemajuan kota tercinta',
    'Akan diperbaiki dalam waktu dekat',
    'Siap, segera!',
    'Terima kasih atas fotonya',
    'Mohon menunggu konfirmasi dari petugas kami',
    'Sabar yo rek',
    'Baik Bu, kami akan segera mengeceknya',
    'Kami sudah koordinasikan dengan PLN',
    'Your report is being processed',
    'Ada yang bisa kami bantu?',
    'Selamat pagi Bapak/Ibu',
    'ok',
    'sip',
    '',
    'Matur nuwun laporanipun, badhe enggal dipuntindaklanjuti',
    'Mangga ditenggo nggih',
    'Tarimo kasih, ka ditindaklanjuik',
    'Thank you for your report, it will be followed up soon.',
    'We have forwarded your report to the department',
  ])('in "%s"', (text) => {
    expect(isConcrete(text)).toBe(false);
  });
});

describe('says something', () => {
  test.each([
    'Lampu sudah diganti.',
    'Terima kasih, lampu sudah kami ganti pagi ini.',
    'Sudah selesai dikerjakan',
    'Pekerjaan akan dimulai setelah lebaran',
    'Mohon foto tiangnya',
    'Air mengalir kembali setelah pipa disambung',
    'Pohon akan dipangkas besok',
    'Akan diperbaiki hari Kamis',
    'Petugas datang 24 November pukul 09.00',
    'Mohon maaf, perbaikan butuh 3 hari',
    'Akan ditindaklanjuti paling lambat 24-11-2026',
    'Laporan sudah kami teruskan dan saluran sudah dikeruk',
    'Lokasi tepatnya di mana, Pak?',
    'Mohon kirim foto tiangnya',
    'Perbaikan menunggu suku cadang trafo',
    'Belum bisa dikerjakan karena hujan',
    'Jalan itu bukan kewenangan kota, melainkan provinsi',
    'Petugas sedang di lokasi',
    'Sudah kami cek, ternyata kabelnya putus',
    'Silakan ke loket dengan membawa KTP',
    'lampune sampun murup',
    'lampu alah iduik',
    'The lamp was replaced',
    'The crew comes tomorrow',
  ])('in "%s"', (text) => {
    expect(isConcrete(text)).toBe(true);
  });
});
