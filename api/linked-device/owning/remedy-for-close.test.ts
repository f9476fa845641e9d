import { describe, expect, test } from 'vitest';
import { codeOfClose, remedyForClose, waitBefore } from './remedy-for-close.ts';

const closed = (statusCode: number, words = 'Connection Failure') =>
  Object.assign(new Error(words), { output: { statusCode } });

describe('a closed connection', () => {
  test.each([
    [401, 'logged-out', true],
    [402, 'banned', false],
    [403, 'banned', false],
    [405, 'outdated', false],
    [406, 'banned', false],
    [411, 'pair-again', false],
    [440, 'replaced', false],
  ])('with %s is the end: %s; credentials wiped: %s', (code, why, wipe) => {
    expect(remedyForClose(code)).toEqual({ do: 'stop', why, wipe });
  });

  test('with 515 is opened again at once', () => {
    expect(remedyForClose(515)).toEqual({ do: 'reconnect', when: 'at once' });
  });

  test.each([408, 428, 500, 503, 418, undefined])('with %s is opened again later', (code) => {
    expect(remedyForClose(code)).toEqual({ do: 'reconnect', when: 'later' });
  });

  test('by a proxy on the way has no code of WhatsApp', () => {
    expect(codeOfClose(closed(401))).toBe(401);
    expect(codeOfClose(closed(401, 'WebSocket Error (Unexpected server response: 401)'))).toBeUndefined();
    expect(codeOfClose(new Error('x'))).toBeUndefined();
    expect(codeOfClose(undefined)).toBeUndefined();
  });
});

test('waits double from one second to five minutes, and never all at one moment', () => {
  const waits = [0, 1, 2, 8, 9, 500].map((failures) => waitBefore(failures, 0));
  expect(waits).toEqual([1000, 2000, 4000, 256_000, 300_000, 300_000]);
  expect(waitBefore(0, 1)).toBe(1250);
});
