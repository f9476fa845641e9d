import type { Unit } from '../agency.ts';
import type { OfficeKind } from '../modules/office-kind.ts';

/** Words of an office's name or code, most telling first: a school's office is education before it is a district's. */
const shapes: readonly (readonly [OfficeKind, RegExp])[] = [
  ['kesehatan', /\b(kesehatan|dinkes|puskesmas|pustu|rsud|rumah sakit|labkesda|farmasi)\b/],
  ['pendidikan', /\b(pendidikan|disdik|sekolah|sd|sdn|smp|smpn|tk|paud|sanggar kegiatan belajar|skb)\b/],
  [
    'loket',
    /\b(disdukcapil|kependudukan|dpmptsp|pelayanan terpadu|mal pelayanan|mpp|samsat|loket|pendapatan|tenaga kerja|perdagangan|sosial)\b/,
  ],
  ['kewilayahan', /\b(kecamatan|kec|kelurahan|kel|desa|nagari|distrik)\b/],
  [
    'lapangan',
    /\b(pekerjaan umum|pu|pupr|perhubungan|dishub|lingkungan hidup|lh|dlh|satpol|polisi pamong praja|bpbd|bencana|damkar|pemadam|perumahan|perkim|perumda|pertanian|kebersihan)\b/,
  ],
];

/** The kind of an office, read from its name, code and what it stands for; a staff office, which nobody visits, has none. */
export const officeKindOf = ({
  name,
  code,
  handles,
}: Pick<Unit, 'name' | 'code' | 'handles'>): OfficeKind | null => {
  const words = [name, code, ...handles]
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ');
  return shapes.find(([, shape]) => shape.test(words))?.[0] ?? null;
};
