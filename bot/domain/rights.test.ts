import { expect, test } from 'vitest';
import { keepDays, spokenPeriod } from './retention.ts';
import { answerDue, isRightsNumber, newRightsNumber } from './rights.ts';
import { readTicket } from './ticket.ts';

test('a request gets a number that is no ticket', () => {
  const number = newRightsNumber((bytes) => Uint8Array.from({ length: bytes }, (_, i) => i * 37));
  expect(number).toMatch(/^D-[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(isRightsNumber(number)).toBe(true);
  expect(readTicket(number)).toBeUndefined();
  for (const other of ['D-7K4PQ', 'SLT-7K4PQ2', 'd-7k4pq2', 'D-7K4PQU'])
    expect(isRightsNumber(other)).toBe(false);
});

test('its clock runs 72 hours through a weekend and a holiday', () => {
  const friday = new Date('2026-12-24T16:30:00+07:00');
  expect(answerDue(friday)).toEqual(new Date('2026-12-27T16:30:00+07:00'));
});

test('a period is said in years where it is some, else in days', () => {
  expect(spokenPeriod(keepDays.reportText)).toEqual({ count: 2, unit: 'years' });
  expect(spokenPeriod(keepDays.reporterLink)).toEqual({ count: 90, unit: 'days' });
});
