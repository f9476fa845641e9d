import { describe, expect, test } from 'vitest';
import { startOfDay } from './office-days.ts';
import { office, wib } from './testing/people.ts';
import { mayWrite, nextWriting, workedDay } from './writing-hours.ts';

const rina = { office, leave: [{ from: '2026-04-06', until: '2026-04-08' }] };
const always = { days: [0, 1, 2, 3, 4, 5, 6], opens: '00.00', closes: '24.00' };
const hospital = { office: { ...office, hours: [always], seasons: [] }, leave: [] };

describe('a reminder may be written, and if not, when next:', () => {
  test.each([
    ['in office hours', '2026-04-13T07:30', '2026-04-13T07:30'],
    ['a minute before them', '2026-04-13T07:29', '2026-04-13T07:30'],
    ['when the office has closed', '2026-04-13T16:00', '2026-04-14T07:30'],
    ['at the weekend', '2026-04-11T09:00', '2026-04-13T07:30'],
    ['in the fast before the office opens', '2026-03-11T07:30', '2026-03-11T08:00'],
    ['in the fast after it closed', '2026-03-11T15:00', '2026-03-12T08:00'],
    ['over Nyepi and Lebaran', '2026-03-18T09:00', '2026-03-25T07:30'],
    ['on a Friday before prayer', '2026-04-10T11:29', '2026-04-10T11:29'],
    ['at Friday prayer', '2026-04-10T11:30', '2026-04-10T13:00'],
    ['at its last minute', '2026-04-10T12:59', '2026-04-10T13:00'],
    ['on a Thursday at that hour', '2026-04-09T12:00', '2026-04-09T12:00'],
    ['on leave', '2026-04-06T09:00', '2026-04-09T07:30'],
  ])('%s', (_, at, next) => {
    expect(mayWrite(rina, wib(at))).toBe(at === next);
    expect(nextWriting(rina, wib(at))).toEqual(wib(next));
  });

  test.each([
    ['late in the evening', '2026-04-13T20:59', '2026-04-13T20:59'],
    ['at night', '2026-04-13T21:00', '2026-04-14T06:00'],
    ['before dawn', '2026-04-14T05:59', '2026-04-14T06:00'],
    ['on the night before a day off', '2026-04-10T23:10', '2026-04-13T06:00'],
  ])('to one whose house never closes, %s', (_, at, next) => {
    expect(mayWrite(hospital, wib(at))).toBe(at === next);
    expect(nextWriting(hospital, wib(at))).toEqual(wib(next));
  });
});

test('never to one who does not come back', () => {
  const gone = { office, leave: [{ from: '2026-04-01', until: '9999-01-01' }] };
  expect(mayWrite(gone, wib('2026-04-13T09:00'))).toBe(false);
  expect(workedDay(gone, '2026-04-13', -1)).toBe('2026-03-31');
  const closed = { office: { ...office, hours: [] }, leave: [] };
  expect(nextWriting(closed, wib('2026-04-13T09:00'))).toBeUndefined();
});

test('hours are those of the zone', () => {
  const east = { office: { ...office, zone: 'Asia/Jayapura' }, leave: [] };
  expect(mayWrite(east, wib('2026-04-13T05:30'))).toBe(true);
  expect(mayWrite(rina, wib('2026-04-13T05:30'))).toBe(false);
  expect(startOfDay(east.office, '2026-04-13')).toEqual(wib('2026-04-12T22:00'));
});
