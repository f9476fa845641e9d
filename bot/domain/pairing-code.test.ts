import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { newPairingCode, readPairingCode } from './pairing-code.ts';

describe('a pairing code', () => {
  test('is read as it was printed, and as people type it', () => {
    for (let i = 0; i < 200; i++) {
      const code = newPairingCode(randomBytes);
      expect(code).toMatch(/^[2-9][0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}$/);
      const loose = code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      expect(readPairingCode(loose)).toBe(code);
      expect(readPairingCode(code.replace('-', '–'))).toBe(code);
    }
  });

  test.each(['kabelnya', 'saluran air', '7K4P-Q2Z', '7K4P-Q2ZXA', '0K4P-Q2ZX', '7K4P-Q2ZU', ''])(
    'is not read out of "%s"',
    (typed) => expect(readPairingCode(typed)).toBeUndefined(),
  );

  test('is refused where too little chance was handed in', () => {
    expect(() => newPairingCode(() => new Uint8Array(3))).toThrow(RangeError);
  });
});
