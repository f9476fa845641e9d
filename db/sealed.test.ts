import { createHmac, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeal } from './sealed.ts';

const appKey = Buffer.alloc(32, 7);
const seal = createSeal(appKey);

test('a hash is HMAC-SHA-256 under a key of its own, cut to 16 bytes', () => {
  const key = Buffer.from(hkdfSync('sha256', appKey, 'pendopo', 'hash|1', 32));
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (parts) => {
      const whole = createHmac('sha256', key).update(parts.join('\0')).digest();
      expect(seal.hash(...parts)).toEqual(whole.subarray(0, 16));
    }),
  );
});

describe('a sealed text', () => {
  const sealed = seal.seal('report', 'report|SLT-7K4PQ2', 'lampu mati di gang Zirkonium');

  test('opens in its place and says nothing before', () => {
    expect(seal.open('report', 'report|SLT-7K4PQ2', sealed)).toBe('lampu mati di gang Zirkonium');
    expect(sealed.toString('latin1')).not.toContain('Zirkonium');
  });

  test.each([
    ['in another place', () => seal.open('report', 'report|SLT-OTHER1', sealed)],
    ['for another purpose', () => seal.open('letter', 'report|SLT-7K4PQ2', sealed)],
    ['with another key', () => createSeal(Buffer.alloc(32, 8)).open('report', 'report|SLT-7K4PQ2', sealed)],
    [
      'when a bit was changed',
      () =>
        seal.open('report', 'report|SLT-7K4PQ2', Buffer.from(sealed.map((b, i) => (i === 40 ? b ^ 1 : b)))),
    ],
  ])('does not open %s', (_, open) => {
    expect(open).toThrow();
  });
});
