import { describe, expect, test } from 'vitest';
import type { Text } from '../../conversation/reply.ts';
import { testCity } from '../../conversation/testing/city.ts';
import { learningProfile } from '../../domain/training/learning-profile.ts';
import type { HeldCertificate, TrainingRecord } from '../../domain/training/training-record.ts';
import { trainingOf } from '../../domain/training/training-settings.ts';
import { withoutMarks } from '../../i18n/marks.ts';
import { translate } from '../../i18n/translate.ts';
import { competenceLines, dateLines, yearLines } from './learning-lines.ts';
import { yearBar } from './year-bar.ts';

const paper = (jp: number, more: Partial<HeldCertificate> = {}): HeldCertificate => ({
  id: 1,
  training: null,
  title: 'Kearsipan',
  form: 'bimtek',
  provider: 'ANRI',
  place: null,
  batch: null,
  startsOn: null,
  endsOn: null,
  jp,
  number: null,
  date: '2026-03-02',
  status: 'sah',
  reason: null,
  ...more,
});

const rina = (more: Partial<TrainingRecord> = {}): TrainingRecord => ({
  employee: 1,
  name: 'Rina',
  unit: 'dinas',
  position: 'Pengelola Arsip',
  group: 'pelaksana',
  kind: 'pns',
  since: '2026-01-05',
  enrolments: [],
  certificates: [],
  dates: [],
  owed: [],
  ...more,
});

const profileOf = (record: TrainingRecord, today = '2026-11-22') =>
  learningProfile(record, trainingOf(testCity.agency.settings), testCity.calendar, today);

const spoken = (lines: readonly Text[]) => lines.map((line) => withoutMarks(translate('id', line)));
const year = (record: TrainingRecord, today?: string) => spoken(yearLines(profileOf(record, today).standing));

describe('the year of a PNS', () => {
  test('is told with a bar, in words, with the time left and the pace', () => {
    const lines = year(rina({ certificates: [paper(1200), paper(400, { status: 'menunggu' })] }));
    expect(lines).toEqual([
      'JP 2026: 12 dari 20 JP',
      '▰▰▰▰▰▰▱▱▱▱',
      expect.stringMatching(/^Kurang 8 JP, 5 pekan lagi \(\d\d hari kerja\)\.$/),
      'Menunggu diperiksa: 4 JP.',
      'Sampai Rabu, 30 Sep sebaiknya 15 JP, masih kurang 3 JP.',
    ]);
  });

  test('that is done is thanked for, and nothing is counted down', () => {
    expect(year(rina({ certificates: [paper(2050)] }))).toEqual([
      'JP 2026: 20,5 dari 20 JP',
      '▰▰▰▰▰▰▰▰▰▰',
      'Target tahun ini sudah tercapai, terima kasih sudah terus belajar.',
    ]);
  });

  test('in its last days is counted in days, and the hours of another year are none of it', () => {
    const [first, , left] = year(rina({ certificates: [paper(800, { date: '2025-12-31' })] }), '2026-12-29');
    expect(first).toBe('JP 2026: 0 dari 20 JP');
    expect(left).toBe('Kurang 20 JP, 2 hari kerja lagi.');
    expect(year(rina(), '2026-12-31')[2]).toBe('Kurang 20 JP. Hari kerja tahun ini sudah habis.');
  });

  test('whose holidays are not decided yet is an estimate', () => {
    expect(year(rina(), '2029-02-01')[2]).toContain('sekitar');
  });
});

describe('the year of others', () => {
  test('a PPPK has no target, and hears kindly of the ceiling', () => {
    expect(year(rina({ kind: 'pppk', certificates: [paper(800)] }))).toEqual([
      'JP 2026: 8 JP. PPPK tidak punya target; paling banyak 24 JP setahun.',
    ]);
    expect(year(rina({ kind: 'pppk', certificates: [paper(2600)] }))[1]).toBe(
      'Batas itu terlewati 2 JP. Mohon dibicarakan dengan bagian kepegawaian.',
    );
  });

  test('who has neither is told the hours alone', () => {
    expect(year(rina({ kind: 'pppk_paruh_waktu', certificates: [paper(250)] }))).toEqual(['JP 2026: 2,5 JP']);
  });
});

test('the competence part is an estimate of 40, with what is missing', () => {
  const lines = (record: TrainingRecord) => spoken(competenceLines(profileOf(record), testCity));
  expect(lines(rina({ certificates: [paper(2000)] }))).toEqual([
    'Kompetensi IP-ASN, perkiraan: 22,5 dari 40.',
    'Belum ada: seminar atau sejenisnya.',
  ]);
  expect(
    lines(rina({ group: 'struktural', certificates: [paper(2000), paper(100, { form: 'seminar' })] })),
  ).toEqual(['Kompetensi IP-ASN, perkiraan: 25 dari 40.', 'Belum ada: pelatihan kepemimpinan.']);
});

test('dates to come are told by the file of their day, and past ones are not', () => {
  const date = (kind: string, day: string) => ({ kind, date: day, note: null, asOf: '2026-11-03' });
  const { dates } = profileOf(
    rina({
      dates: [date('kgb', '2026-11-01'), date('kgb', '2028-11-01'), date('uji_kompetensi', '2029-01-02')],
    }),
  );
  expect(spoken(dateLines(dates))).toEqual([
    'Kenaikan gaji berkala 1 Nov 2028, menurut data kepegawaian per 3 Nov 2026.',
    'uji kompetensi 2 Jan 2029, menurut data kepegawaian per 3 Nov 2026.',
  ]);
});

test('a block of the bar is full only when all of it is done', () => {
  expect(yearBar(1999, 2000)).toBe('▰▰▰▰▰▰▰▰▰▱');
  expect(yearBar(2000, 2000)).toBe('▰▰▰▰▰▰▰▰▰▰');
  expect(yearBar(99_999, 2000)).toBe('▰▰▰▰▰▰▰▰▰▰');
  expect(yearBar(0, 0)).toBe('▰▰▰▰▰▰▰▰▰▰');
});
