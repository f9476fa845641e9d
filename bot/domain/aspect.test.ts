import { expect, test } from 'vitest';
import { aspectsIn } from './aspect.ts';

test.each([
  ['syarat bikin ktp', 'requirements', 'bikin ktp'],
  ['KTP hilang, bawa apa saja?', 'requirements', 'ktp hilang saja'],
  ['akta kelahirannya berapa lama?', 'time', 'akta kelahirannya'],
  ['kapan jadinya KK saya', 'time', 'kk saya'],
  ['apakah NIB gratis', 'fee', 'apakah nib'],
  ['biayanya PBG', 'fee', 'pbg'],
  ['cara pindah', 'steps', 'pindah'],
  ['bagaimana pindah', 'steps', 'bagaimana pindah'],
  ['bagaimana syarat pindah', 'requirements', 'bagaimana pindah'],
  ['disdukcapil buka jam berapa', 'hours', 'disdukcapil'],
  ['alamat dinas sosial', 'place', 'dinas sosial'],
  ['no telp dinkes', 'phone', 'dinkes'],
  ['keluhan layanan ktp', 'complaints', 'layanan ktp'],
  ['syarat dan biaya KIA', 'requirements,fee', 'dan kia'],
  ['biaya dan syarat KIA', 'requirements,fee', 'dan kia'],
  ['sarate KTP', 'requirements', 'ktp'],
  ['pinten dinten KK', 'time', 'kk'],
  ['bara pitih KTP', 'fee', 'ktp'],
  ['where is the tax office', 'place', 'is the tax office'],
  ['how long does a KTP take', 'time', 'does a ktp take'],
  ['ktp baru', '', 'ktp baru'],
])('“%s” asks for %s of “%s”', (typed, aspects, of) => {
  expect(aspectsIn(typed)).toEqual({ aspects: aspects ? aspects.split(',') : [], of: of.split(' ') });
});
