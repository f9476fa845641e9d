import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTrainingForm } from './read-training-form.ts';
import {
  groupOf,
  type TrainingForm,
  type TrainingGroup,
  trainingForms,
  trainingGroups,
} from './training-form.ts';

test.each([
  ['pendidikan', ['tugas_belajar']],
  [
    'klasikal',
    [
      ...['struktural', 'manajerial', 'teknis', 'fungsional', 'sosial_kultural', 'seminar', 'workshop'],
      ...['kursus', 'penataran', 'bimtek', 'sosialisasi'],
    ],
  ],
  [
    'nonklasikal',
    [
      ...['pertukaran', 'magang', 'benchmarking', 'jarak_jauh', 'coaching', 'mentoring', 'detasering'],
      ...['penugasan', 'e_learning', 'belajar_mandiri', 'team_building'],
    ],
  ],
] satisfies [TrainingGroup, string[]][])(
  'the forms of the group %s, as PerLAN 10/2018 has them',
  (group, forms) => {
    expect(trainingForms.filter((form) => groupOf(form) === group)).toEqual(forms);
  },
);

test('every form belongs to one of the three groups', () => {
  for (const form of trainingForms) expect(trainingGroups).toContain(groupOf(form));
});

describe('a form is understood however the office writes it', () => {
  test.each([
    ['Bimtek', 'bimtek'],
    ['BIMBINGAN TEKNIS', 'bimtek'],
    ['Bimbingan Teknis Pengelolaan Arsip', 'bimtek'],
    ['Diklat Teknis Kearsipan', 'teknis'],
    ['pelatihan  struktural/kepemimpinan', 'struktural'],
    ['Pelatihan Kepemimpinan Pengawas (PKP)', 'struktural'],
    ['Seminar/Konferensi/Sarasehan', 'seminar'],
    ['Webinar', 'seminar'],
    ['Seminar, seminar', 'seminar'],
    ['Bimbingan Teknis (bimbingan teknis)', 'bimtek'],
    ['Workshop / Lokakarya', 'workshop'],
    ['E-Learning', 'e_learning'],
    ['elearning', 'e_learning'],
    ['e_learning', 'e_learning'],
    ['Magang/Praktik Kerja', 'magang'],
    ['Study Visit', 'benchmarking'],
    ['Pelatihan Jarak Jauh', 'jarak_jauh'],
    ['Pertukaran dengan pegawai swasta', 'pertukaran'],
    ['Penugasan Program Prioritas', 'penugasan'],
    ['Sosial-Kultural', 'sosial_kultural'],
    ['Tugas Belajar', 'tugas_belajar'],
  ] satisfies [string, TrainingForm][])('%s is %s', (text, form) => {
    expect(readTrainingForm(text)).toBe(form);
  });
});

test.each(['', '-', 'Pelatihan', 'Diklat', 'teknisi', 'Seminar dan Workshop', 'Bimtek e-learning'])(
  'nobody guesses what "%s" is',
  (text) => {
    expect(readTrainingForm(text)).toBeUndefined();
  },
);

test('every key reads as itself, in any case and with whatever stands between its words', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...trainingForms),
      fc.constantFrom('_', ' ', '-', '/', '  '),
      fc.boolean(),
      fc.constantFrom('', 'Pelatihan ', '('),
      (form, between, loud, before) => {
        const text = before + form.replaceAll('_', between);
        expect(readTrainingForm(loud ? text.toUpperCase() : text)).toBe(form);
      },
    ),
  );
});
