import { describe, expect, test } from 'vitest';
import { type Certificate, type CertificateFault, certificateFaults, yearOf } from './certificate.ts';
import { sameCertificate } from './same-certificate.ts';

const today = '2026-11-22';

const good: Certificate = {
  title: 'Pelayanan Prima',
  form: 'teknis',
  provider: 'Balai Pelatihan Contoh',
  place: 'Semarang',
  batch: 'IV',
  startsOn: '2026-03-02',
  endsOn: '2026-03-06',
  jp: 3250,
  number: '800/0123/DIKLAT-IV/2026',
  date: '2026-03-06',
};

describe('a certificate without a fault', () => {
  test.each<[string, Partial<Certificate>]>([
    ['as it was given', {}],
    ['of today', { date: today }],
    ['without a number', { number: null }],
    [
      'without anything that may be missing',
      { form: null, place: null, batch: null, startsOn: null, endsOn: null },
    ],
    ['of a quarter of an hour and a bit', { jp: 34 }],
    ['with as many hours as may be', { jp: 200_000 }],
    ['printed a day before the course ended', { date: '2026-03-05' }],
    ['of a course over New Year', { startsOn: '2025-12-29', endsOn: '2026-01-09', date: '2026-01-12' }],
    ['of the oldest year', { date: '1976-01-01', startsOn: null, endsOn: null }],
  ])('%s', (_, part) => {
    expect(certificateFaults({ ...good, ...part }, today)).toEqual([]);
  });
});

describe('each fault is told by its field', () => {
  test.each<[string, Partial<Certificate>, CertificateFault]>([
    ['no title', { title: '  ' }, { field: 'title', fault: 'missing' }],
    ['a title that is a story', { title: 'x'.repeat(201) }, { field: 'title', fault: 'long' }],
    ['no organiser', { provider: '' }, { field: 'provider', fault: 'missing' }],
    ['an organiser that is a story', { provider: 'x'.repeat(161) }, { field: 'provider', fault: 'long' }],
    ['a place that is a story', { place: 'x'.repeat(161) }, { field: 'place', fault: 'long' }],
    ['a batch that is a story', { batch: 'x'.repeat(41) }, { field: 'batch', fault: 'long' }],
    ['words instead of a number', { number: 'tidak ada' }, { field: 'number', fault: 'shape' }],
    ['an empty number', { number: '' }, { field: 'number', fault: 'shape' }],
    ['a number on two lines', { number: '12\n34' }, { field: 'number', fault: 'shape' }],
    ['a number that never ends', { number: '1'.repeat(81) }, { field: 'number', fault: 'long' }],
    ['tomorrow', { date: '2026-11-23' }, { field: 'date', fault: 'future' }],
    ['a day that no calendar has', { date: '2026-02-30' }, { field: 'date', fault: 'no-day' }],
    ['older than any working life', { date: '1975-12-31', startsOn: null }, { field: 'date', fault: 'old' }],
    ['no hours', { jp: 0 }, { field: 'jp', fault: 'none' }],
    ['hours below nothing', { jp: -100 }, { field: 'jp', fault: 'none' }],
    ['half a hundredth', { jp: 100.5 }, { field: 'jp', fault: 'none' }],
    ['hours that are no number', { jp: Number.NaN }, { field: 'jp', fault: 'none' }],
    ['more hours than a year has', { jp: 200_001 }, { field: 'jp', fault: 'much' }],
    ['a first day that is none', { startsOn: '2026-2-1' }, { field: 'startsOn', fault: 'no-day' }],
    ['a last day that is none', { endsOn: '2026-13-01' }, { field: 'endsOn', fault: 'no-day' }],
    ['an end before the beginning', { endsOn: '2026-03-01' }, { field: 'endsOn', fault: 'before-start' }],
    ['a paper before its course', { date: '2026-03-01' }, { field: 'date', fault: 'before-start' }],
  ])('%s', (_, part, fault) => {
    expect(certificateFaults({ ...good, ...part }, today)).toEqual([fault]);
  });
});

test('all faults are told at once', () => {
  const wrong = certificateFaults({ ...good, title: '', number: '-', date: '2027-01-01', jp: 0 }, today);
  expect(wrong.map(({ field }) => field)).toEqual(['title', 'number', 'date', 'jp']);
});

test('a certificate counts in the year it is dated in, not the one its course began in', () => {
  expect(yearOf('2027-01-04')).toBe(2027);
  expect(yearOf('2026-12-31')).toBe(2026);
});

describe('one paper that comes twice', () => {
  test.each<[string, Partial<Certificate>, boolean]>([
    ['letter for letter', {}, true],
    ['with the number written another way', { number: '800 / 0123 / diklat.iv / 2026' }, true],
    ['under another title', { title: 'Pelatihan Pelayanan Prima' }, true],
    ['without its number', { number: null, title: 'PELAYANAN  PRIMA' }, true],
    ['with another number', { number: '800/0124/DIKLAT-IV/2026' }, false],
    ['of another day', { date: '2026-03-07' }, false],
    ['without its number and under another title', { number: null, title: 'Arsip' }, false],
  ])('%s', (_, part, same) => {
    expect(sameCertificate(good, { ...good, ...part })).toBe(same);
    expect(sameCertificate({ ...good, ...part }, good)).toBe(same);
  });
});
