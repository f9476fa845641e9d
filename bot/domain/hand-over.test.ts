import { describe, expect, test } from 'vitest';
import { seedCalendar } from './fixtures/seed.ts';
import { isHandOverNumber, newHandOverNumber, personAnswerDue } from './hand-over.ts';
import { readTicket } from './ticket.ts';

describe('a question to the officer on duty', () => {
  test('has a number that is no ticket', () => {
    const number = newHandOverNumber((bytes) => Uint8Array.from({ length: bytes }, (_, i) => i * 37));
    expect(isHandOverNumber(number)).toBe(true);
    expect(readTicket(number)).toBeUndefined();
    expect(isHandOverNumber('SLT-7K4PQ2')).toBe(false);
  });

  test.each([
    ['on a Monday', '2026-11-23', '2026-11-24'],
    ['on a Friday', '2026-11-27', '2026-11-30'],
    ['on a Saturday', '2026-11-28', '2026-11-30'],
    ['before Natal and its joint leave', '2026-12-23', '2026-12-28'],
  ])('that comes %s is answered by the end of the next working day', (_, today, due) => {
    expect(personAnswerDue(today, seedCalendar()).due).toBe(due);
  });
});
