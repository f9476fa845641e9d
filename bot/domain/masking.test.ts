import { describe, expect, test } from 'vitest';
import { type MaskWords, maskPersonal } from './masking.ts';

const words: MaskWords = {
  email: '[alamat surel]',
  nip: '[NIP]',
  nik: '[NIK]',
  phone: '[nomor telepon]',
  account: '[nomor rekening]',
  plate: '[plat nomor]',
};
const mask = (text: string) => maskPersonal(text, words);

describe('masks what belongs to a person (all numbers are invented)', () => {
  test.each([
    ['NIK saya 3373991507859997, mohon dibantu', 'NIK saya [NIK], mohon dibantu'],
    ['a.n. Fulan 3373 9955 0785 9998.', 'a.n. Fulan [NIK].'],
    ['no KTP 33.73.99.150785.9997', 'no KTP [NIK]'],
    ['KTP 3373-9915-0785-9997 hilang', 'KTP [NIK] hilang'],
    ['nik:3373993202859997 salah ketik', 'nik:[NIK] salah ketik'],
    ['no KK 3373990102200001', 'no KK [NIK]'],
    ['kontak 0812 0000 0001 3373 9915 0785 9997', 'kontak [nomor telepon] [NIK]'],
    ['petugasnya NIP 19850717 201003 1 997 kasar', 'petugasnya NIP [NIP] kasar'],
    ['NIP.198507172010031997', 'NIP.[NIP]'],
    ['NIP 1985 07 03 2010 03 1 997', 'NIP [NIP]'],
    ['NI PPPK 199301152024212995', 'NI PPPK [NIP]'],
    ['hubungi 081200000001 ya', 'hubungi [nomor telepon] ya'],
    ['WA 62 812 0000 0001', 'WA [nomor telepon]'],
    ['telp 0812 0000 0001 5 kali', 'telp [nomor telepon] kali'],
    ['telp 081200000001 5 kali', 'telp [nomor telepon] 5 kali'],
    ['WA 0812-0000-0001', 'WA [nomor telepon]'],
    ['wa.0812.0000.0001', 'wa.[nomor telepon]'],
    ['hp08120000001', 'hp[nomor telepon]'],
    ['+62 812 0000 0001', '[nomor telepon]'],
    ['+62 (812) 0000-0001', '[nomor telepon]'],
    ['(0812) 00000001', '[nomor telepon]'],
    ['6281200000001', '[nomor telepon]'],
    ['wa.me/6281200000001', 'wa.me/[nomor telepon]'],
    ['WA +62 081200000001', 'WA [nomor telepon]'],
    ['+62 0812 0000 0001', '[nomor telepon]'],
    ['0 8 1 2 0 0 0 0 0 0 0 1', '[nomor telepon]'],
    ['0812\u20130000\u20130001', '[nomor telepon]'],
    ['0812\u00A00000\u200B0001', '[nomor telepon]'],
    ['０８１２００００００１', '[nomor telepon]'],
    ['081200000001/081300000002', '[nomor telepon]/[nomor telepon]'],
    ['081200000001 081300000002', '[nomor telepon] [nomor telepon]'],
    ['telp rumah (0298) 000001', 'telp rumah [nomor telepon]'],
    ['telp 021/00000001 atau 0812/0000/0001', 'telp [nomor telepon] atau [nomor telepon]'],
    ['telp 021-0000 0001', 'telp [nomor telepon]'],
    ['motor H 1234 AB ngebut', 'motor [plat nomor] ngebut'],
    ['truk AD1234XY parkir', 'truk [plat nomor] parkir'],
    ['mobil ba-1234-xy', 'mobil [plat nomor]'],
    ['h 1234 ab menabrak pagar', '[plat nomor] menabrak pagar'],
    ['Avanza H-123-QZ', 'Avanza [plat nomor]'],
    ['mobil dinas H 95 XA dipakai mudik', 'mobil dinas [plat nomor] dipakai mudik'],
    ['plat BK 1234 lari', 'plat [plat nomor] lari'],
    ['nopol H 12 saja yang terlihat', 'nopol [plat nomor] saja yang terlihat'],
    ['kirim ke fulan.bin+1@contoh.co.id.', 'kirim ke [alamat surel].'],
    ['fulan(at)contoh.com', '[alamat surel]'],
    ['fulan @ contoh.com', '[alamat surel]'],
    ['081200000001@contoh.id', '[alamat surel]'],
    ['transfer ke BRI 0012-01-001234-50-1 a.n. Fulan', 'transfer ke BRI [nomor rekening] a.n. Fulan'],
    ['no. rek. 1234567890', 'no. rek. [nomor rekening]'],
    [
      'rekening Bank Jateng atas nama Fulan: 1 234 56789 0',
      'rekening Bank Jateng atas nama Fulan: [nomor rekening]',
    ],
    ['BRI 1234-5678-90 12-10-2026', 'BRI [nomor rekening] 12-10-2026'],
    [
      'rekening BRI tanggal 12-10-2026 nomor 1234567890',
      'rekening BRI tanggal 12-10-2026 nomor [nomor rekening]',
    ],
    ['1234567890 (BCA)', '[nomor rekening] (BCA)'],
    ['BRI 1234567890 atau 9876543210', 'BRI [nomor rekening] atau [nomor rekening]'],
    ['rekening 123.456.789', 'rekening [nomor rekening]'],
  ])('"%s"', (text, masked) => {
    expect(mask(text).text).toBe(masked);
  });
});

describe('leaves alone', () => {
  test.each([
    'Lampu mati di RT 01 RW 05, dekat KM 12 Jl. Patimura',
    'rt 01 rw 05 kel. Kutowinangun Kidul',
    'JL 17 Agustus No 5 B',
    'Perumahan Candi Blok B 12 A dan Blok D 123 AB',
    'Gg. H 12 A',
    'Laporan SLT-7K4PQ2 sejak 12-10-2026 belum dijawab',
    'tanggal 08-12-2026 10.00 sampai 12.00',
    'RT 01 12-10-2026 12-10-2026',
    'dari 12-10-2026 - 10-11-2026',
    'tanggal 12.10.2026 10.11.2026',
    'buka 08.15-09.45 10.00-11.00',
    'jam 07.00-15.00 setiap hari',
    'Bank buka jam 08.00-15.00',
    'Bank Jateng tahun 2025-2026',
    'Bank Nagari tanggal 12-10-2026',
    'Bank memberi Rp 1.500.000.000 untuk jalan',
    'bantuan bank 150.000.000 rupiah',
    'rekening saya dipotong Rp150000000',
    'lulusan D3 TI dan S1 PGSD, limbah B3 RS',
    'mobil L300 di depan pasar',
    'luas p 200 cm l 100 cm',
    'suntik KB 3 bln',
    'antre 1500 orang sejak pukul 06.00',
    'nomor surat B-1234/DPU/2026',
    'Perda 12/2024, UU 25 Tahun 2009',
    'panggil 112, 129 atau 1500-046',
    'bebas pulsa 0800 000 0001',
    'kerugian 1.250.000.000',
    'ID pelanggan 123456789012',
    'koordinat -7.3305, 110.5084',
    'bertemu @kantor nanti',
    'kode pos 50711',
    'suhu 38 C, tegangan 220 V',
    '50% warga, 2/3 bagian',
    '',
  ])('"%s"', (text) => {
    expect(mask(text)).toEqual({ text, found: [] });
  });
});

test('tells the officer what kinds were found, each once', () => {
  const { found } = mask('H 1234 AB, 081200000001 dan 081300000002, NIK 3373991507859997');
  expect(found).toEqual(['nik', 'phone', 'plate']);
});

test('a mask that could itself be masked is refused', () => {
  expect(() => maskPersonal('halo', { ...words, phone: '[08]' })).toThrow(RangeError);
  expect(() => maskPersonal('halo', { ...words, email: 'x@y.id' })).toThrow(RangeError);
});
