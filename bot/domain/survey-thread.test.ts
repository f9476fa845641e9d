import { describe, expect, test } from 'vitest';
import { seedCalendar } from './fixtures/seed.ts';
import { isHandOverNumber } from './hand-over.ts';
import { isThreadNumber, newThreadNumber, remindsOfThread } from './survey-thread.ts';
import { readTicket } from './ticket.ts';

test('a talk after a low score has a number that is neither a ticket nor a question', () => {
  const number = newThreadNumber((bytes) => Uint8Array.from({ length: bytes }, (_, i) => i * 37));
  expect(isThreadNumber(number)).toBe(true);
  expect(isHandOverNumber(number)).toBe(false);
  expect(readTicket(number)).toBeUndefined();
});

describe('an officer in whose hands a talk has lain since Monday', () => {
  const since = '2026-11-23';
  test.each([
    ['is left alone on the next day', '2026-11-23', '2026-11-24', false],
    ['hears of it on Wednesday', '2026-11-23', '2026-11-25', true],
    ['or later, where the service stood still', '2026-11-23', '2026-11-30', true],
    ['and not once more', '2026-11-25', '2026-11-26', false],
    ['nor when they were told late', '2026-11-26', '2026-11-30', false],
    ['nor on the day on which it closes', '2026-11-23', '2026-12-07', false],
  ])('%s', (_, told, today, reminds) => {
    expect(remindsOfThread({ since, told, today }, seedCalendar())).toBe(reminds);
  });
});
