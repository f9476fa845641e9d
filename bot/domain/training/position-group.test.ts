import { expect, test } from 'vitest';
import { positionGroupOf } from './position-group.ts';

test.each([
  ['Kepala Dinas Perhubungan', 'struktural'],
  ['Plt. Kepala Bidang Lalu Lintas', 'struktural'],
  ['Sekretaris Daerah', 'struktural'],
  ['Camat Sidorejo', 'struktural'],
  ['Lurah', 'struktural'],
  ['Kasubbag Umum dan Kepegawaian', 'struktural'],
  ['Pranata Komputer Ahli Muda', 'fungsional'],
  ['Auditor Madya', 'fungsional'],
  ['Arsiparis Terampil', 'fungsional'],
  ['Guru Kelas', 'fungsional'],
  ['Kepala Sekolah', 'fungsional'],
  ['Kepala Puskesmas Cebongan', 'fungsional'],
  ['Pengelola Pengaduan Publik', 'pelaksana'],
  ['Pengadministrasi Perkantoran', 'pelaksana'],
  ['Kepalang', 'pelaksana'],
  ['', 'pelaksana'],
])('%s is %s', (position, group) => {
  expect(positionGroupOf(position)).toBe(group);
});
