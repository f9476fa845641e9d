import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCalendarDays, localDate } from '../local-date.ts';
import { type Period, periodBefore, periodLengths, readPeriod, surveyPeriod } from './survey-period.ts';

const period = (text: string): Period => {
  const read = readPeriod(text);
  if ('refused' in read) throw new Error(`${text}: ${read.refused}`);
  return read;
};

describe('the periods an export can be asked for', () => {
  test.each([
    ['2026', '2026-01-01', '2026-12-31', 'year'],
    ['2026-S1', '2026-01-01', '2026-06-30', 'semester'],
    ['2026-S2', '2026-07-01', '2026-12-31', 'semester'],
    ['2026-Q1', '2026-01-01', '2026-03-31', 'quarter'],
    ['2026-Q3', '2026-07-01', '2026-09-30', 'quarter'],
    ['2026-Q4', '2026-10-01', '2026-12-31', 'quarter'],
    ['2026-11', '2026-11-01', '2026-11-30', 'month'],
    ['2026-12', '2026-12-01', '2026-12-31', 'month'],
    ['2026-02', '2026-02-01', '2026-02-28', 'month'],
    ['2028-02', '2028-02-01', '2028-02-29', 'month'],
    ['2099', '2099-01-01', '2099-12-31', 'year'],
    ['2026-07-01..2026-11-20', '2026-07-01', '2026-11-20', 'own'],
    ['2026-07-01..2026-07-01', '2026-07-01', '2026-07-01', 'own'],
  ])('%s is %s to %s', (name, from, until, length) => {
    expect(readPeriod(name)).toEqual({ name, length, from, until });
  });

  test('small letters and stray spaces do not matter', () => {
    expect(readPeriod(' 2026-q3 ')).toEqual(period('2026-Q3'));
  });
});

describe('what is no period is refused with its reason', () => {
  test.each([
    ['2026-S3', 'shape'],
    ['2026-S0', 'shape'],
    ['2026-Q5', 'shape'],
    ['2026-13', 'shape'],
    ['2026-00', 'shape'],
    ['2026-1', 'shape'],
    ['26', 'shape'],
    ['1999', 'shape'],
    ['2026-11-20', 'shape'],
    ['2026-07-01..', 'shape'],
    ['2026..2027', 'shape'],
    ['', 'shape'],
    ['2026-02-01..2026-02-29', 'day'],
    ['2026-13-01..2026-12-01', 'day'],
    ['2026-11-20..2026-07-01', 'backwards'],
  ])('%s: %s', (text, refused) => {
    expect(readPeriod(text)).toEqual({ refused });
  });
});

describe('the period in which a service is rated once', () => {
  test.each([
    [undefined, '2026-11'],
    ['month', '2026-11'],
    ['quarter', '2026-Q4'],
    ['semester', '2026-S2'],
    ['year', '2026'],
  ] as const)('set to %s, 20 November lies in %s', (length, name) => {
    expect(surveyPeriod('2026-11-20', length)).toEqual(period(name));
  });

  test('near midnight it is the period of the day where the office stands', () => {
    const instant = new Date('2026-11-30T16:30:00Z');
    expect(surveyPeriod(localDate(instant, 'Asia/Jakarta')).name).toBe('2026-11');
    expect(surveyPeriod(localDate(instant, 'Asia/Jayapura')).name).toBe('2026-12');
  });

  test('a text that is no day has no period', () => {
    expect(() => surveyPeriod('2026-11')).toThrow(RangeError);
    expect(() => surveyPeriod('2026-02-29')).toThrow(RangeError);
  });
});

test('the one before ends the day before', () => {
  expect(periodBefore(period('2026-01'))?.name).toBe('2025-12');
  expect(periodBefore(period('2026-Q3'))?.name).toBe('2026-Q2');
  expect(periodBefore(period('2026-S1'))?.name).toBe('2025-S2');
  expect(periodBefore(period('2026'))?.name).toBe('2025');
  expect(periodBefore(period('2026-07-01..2026-11-20'))).toBeUndefined();
});

test('every day lies in exactly one period of a length, and its name leads back to it', () => {
  const days = fc.integer({ min: 1, max: 36_000 }).map((n) => addCalendarDays('2000-06-01', n));
  fc.assert(
    fc.property(days, fc.constantFrom(...periodLengths), (day, length) => {
      const one = surveyPeriod(day, length);
      expect(one.from <= day && day <= one.until).toBe(true);
      expect(readPeriod(one.name)).toEqual(one);
      expect(surveyPeriod(one.from, length)).toEqual(one);
      expect(surveyPeriod(one.until, length)).toEqual(one);
      expect(periodBefore(one)?.until).toBe(addCalendarDays(one.from, -1));
    }),
  );
});
