import { expect, test } from 'vitest';
import { kindOf } from './report-kind.ts';

test.each([
  ['lampu jalan mati', 'pengaduan'],
  ['sampah belum diangkut seminggu', 'pengaduan'],
  ['petugas loket judes', 'pengaduan'],
  ['kapan jalan berlubang ini diperbaiki?', 'pengaduan'],
  ['kenapa air pdam mati terus?', 'pengaduan'],
  ['mohon diperbaiki, jembatan retak', 'pengaduan'],
  ['dalane jeglongan kabeh', 'pengaduan'],
  ['street light broken', 'pengaduan'],
  ['parkir di trotoar', 'pengaduan'],
  ['syarat membuat KTP apa saja?', 'permintaan_informasi'],
  ['Jam buka disdukcapil', 'permintaan_informasi'],
  ['berapa biaya akta kelahiran', 'permintaan_informasi'],
  ['mau tanya, di mana bayar PBB', 'permintaan_informasi'],
  ['bagaimana cara mengurus KK', 'permintaan_informasi'],
  ['kados pundi caranipun damel KTP', 'permintaan_informasi'],
  ['bara biaya buek KTP', 'permintaan_informasi'],
  ['how do I get an ID card', 'permintaan_informasi'],
  ['besok puskesmas buka?', 'permintaan_informasi'],
  ['usul, taman kota diberi ayunan', 'aspirasi'],
  ['sebaiknya parkir diatur ulang', 'aspirasi'],
  ['mohon dibangun trotoar di jalan Pattimura', 'aspirasi'],
  ['Mohon ditambah tempat sampah karena bau', 'aspirasi'],
  ['bagaimana kalau pasar buka sampai malam?', 'aspirasi'],
  ['I suggest more trees', 'aspirasi'],
] as const)('"%s" is %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test('a word about misconduct is always a complaint, however politely it asks', () => {
  expect(kindOf('apakah boleh petugas minta uang?', { sensitive: 'inspektorat' })).toBe('pengaduan');
  expect(kindOf('sebaiknya petugas tidak begitu', { sensitive: 'restricted' })).toBe('pengaduan');
});
