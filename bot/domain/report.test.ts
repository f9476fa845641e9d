import { describe, expect, test } from 'vitest';
import { seedCalendar, seedCategories } from './fixtures/seed.ts';
import { secrecyOf } from './identity.ts';
import { fileReport, mayBePhoned } from './report.ts';

const { categories, deadlines } = seedCategories();
const category = (key: string) => {
  const found = categories.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};
const filing = {
  ticket: 'SLT-7K4PQ2',
  kind: 'pengaduan' as const,
  category: category('lampu_jalan'),
  identity: 'biasa' as const,
  deadlines,
  calendar: seedCalendar(),
  zone: 'Asia/Jakarta',
  now: new Date('2026-11-20T03:00:00Z'),
};

describe('a report filed on Friday 20 November', () => {
  const report = fileReport(filing);

  test('goes to the office at once and keeps its ticket', () => {
    expect(report).toMatchObject({
      ticket: 'SLT-7K4PQ2',
      category: 'lampu_jalan',
      office: 'dinas_perhubungan',
      state: 'diteruskan',
      receivedOn: '2026-11-20',
    });
  });

  test('is promised a first answer on Friday 27 November, with the reason for it', () => {
    expect(report.firstAnswer).toEqual({
      key: 'first_follow_up',
      days: 5,
      due: '2026-11-27',
      estimate: false,
      legalReference: 'LAPOR! app text',
      confidence: 'source',
    });
  });

  test('is verified within three working days and settled within fourteen', () => {
    expect(report.verify.due).toBe('2026-11-25');
    expect(report.settle).toMatchObject({ due: '2026-12-10', days: 14, key: 'tidak_berkadar_pengawasan' });
  });
});

test('where a coordinator verifies first, the promise leaves room for it', () => {
  const report = fileReport({ ...filing, forwardAtOnce: false });
  expect(report).toMatchObject({ state: 'diterima', firstAnswer: { days: 8, due: '2026-12-02' } });
});

test('a report just before midnight in the east counts from the day it is there', () => {
  const now = new Date('2026-11-19T15:30:00Z');
  expect(fileReport({ ...filing, now }).receivedOn).toBe('2026-11-19');
  expect(fileReport({ ...filing, now, zone: 'Asia/Jayapura' }).receivedOn).toBe('2026-11-20');
});

test('a promise beyond the decreed holidays says that it is an estimate', () => {
  expect(fileReport({ ...filing, now: new Date('2027-12-28T03:00:00Z') }).firstAnswer.estimate).toBe(true);
});

test('Biasa may be shown, Tertutup may not, and nobody sees the number unless allowed', () => {
  expect(secrecyOf('biasa')).toEqual({ anonymous: true, confidential: false });
  expect(secrecyOf('tertutup')).toEqual({ anonymous: true, confidential: true });
  expect(secrecyOf('tertutup', true)).toEqual({ anonymous: false, confidential: true });
  expect(fileReport({ ...filing, mayPhone: true }).anonymous).toBe(false);
});

test('Boleh ditelepon never opens a sensitive report or a complaint about manners', () => {
  for (const key of ['kurang_ramah', 'pungli', 'wewenang', 'pelanggaran_etik', 'netralitas', 'kekerasan']) {
    expect(mayBePhoned(category(key)), key).toBe(false);
    expect(fileReport({ ...filing, category: category(key), mayPhone: true }).anonymous, key).toBe(true);
  }
});
