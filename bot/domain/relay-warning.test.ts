import { describe, expect, test } from 'vitest';
import { relayWarning } from './relay-warning.ts';

describe('warns the citizen', () => {
  test.each([
    ['Silakan bayar Rp 50.000 untuk biaya administrasi', 'money'],
    ['biayanya 50 ribu saja', 'money'],
    ['kirim 100k ya', 'money'],
    ['cukup 1,5 juta', 'money'],
    ['siapkan uangnya besok', 'money'],
    ['ada uang lingkungan yang belum lunas', 'money'],
    ['seikhlasnya saja Pak', 'money'],
    ['isikan pulsa dulu', 'money'],
    ['layanan ini tidak gratis', 'money'],
    ['Tidak dipungut biaya, cukup beli materai', 'money'],
    ['pembayarannya di loket', 'money'],
    ['Petugas tidak memungut apa-apa, hanya setoran awal', 'money'],
    ['tagihan sudah kami cek', 'money'],
    ['panjenengan kedah mbayar rumiyin', 'money'],
    ['dhuwite dikirim dhisik', 'money'],
    ['kirim pitih dulu', 'money'],
    ['mambayia di kantua', 'money'],
    ['Please pay the fee first', 'money'],
    ['You have to deposit some money', 'money'],
    ['ＢＡＹＡＲ sekarang', 'money'],
    ['ba\u200Byar sekarang', 'money'],
    ['Kalau tidak bayar, laporan tidak diproses', 'money'],
    ['tanpa uang tidak bisa', 'money'],
    ['no money, no service', 'money'],
    ['isi saldo DANA dulu', 'account'],
    ['Transfer ke rekening BRI 0012-01-001234-50-1', 'money account'],
    ['transferkan lewat DANA 081200000001', 'money account'],
    ['kirim via OVO atau GoPay', 'account'],
    ['mohon nomor rekeningnya', 'account'],
    ['scan QRIS berikut', 'account'],
    ['ke 1234567890 a.n. Fulan', 'account'],
    ['what is your bank account', 'account'],
    ['sebutkan PIN ATM Bapak', 'account code'],
    ['Sebutkan kode yang masuk', 'code'],
    ['mohon kirim kode OTP', 'code'],
    ['kodenya berapa?', 'code'],
    ['enam digit di SMS', 'code'],
    ['kata sandinya apa', 'code'],
    ['kodhene pinten', 'code'],
    ['send me the code', 'code'],
    ['berapa kode posnya dan kode verifikasinya', 'code'],
  ])('of "%s"', (text, risks) => {
    expect(relayWarning(text).join(' ')).toBe(risks);
  });
});

describe('stays silent', () => {
  test.each([
    'Lampu sudah kami ganti pagi ini.',
    'Layanan ini gratis.',
    'Gratis, tidak dipungut biaya.',
    'Pengurusan KTP tidak dipungut biaya apa pun',
    'Bapak tidak perlu membayar',
    'Tanpa biaya, bebas pungutan.',
    'biayanya gratis',
    'Biaya ditanggung pemerintah',
    'Rp 0',
    'biaya Rp 0',
    'sampah dipungut petugas tiap Senin',
    'ora mbayar, gratis',
    'mboten wonten ragad',
    'indak dipunguik biaya',
    'It is free of charge, no fee',
    'You do not have to pay',
    'kode pos 50711',
    'mohon foto kode tiang lampu',
    'kirim pin lokasi',
    'perbaikan menunggu ketersediaan dana',
    'dibangun dengan dana desa',
    'Hubungi 0298 000001 atau 081200000001',
    'Laporan SLT-7K4PQ2 selesai 12-10-2026 10.00',
    'Perda 12/2024',
    '50 warga, 3 kali',
    'peluang kerja untuk keuangan keluarga',
    'bank sampah buka Senin',
    'Petugas kami akan datang besok pukul 09.00',
    'Terima kasih atas laporannya',
    '',
  ])('for "%s"', (text) => {
    expect(relayWarning(text)).toEqual([]);
  });
});

test('a harmless turn of speech does not silence a demand beside it', () => {
  expect(relayWarning('Gratis, tidak dipungut biaya. Transfer uang rokok saja')).toEqual(['money']);
  expect(relayWarning('kode pos 50711, kode OTP berapa?')).toEqual(['code']);
});
