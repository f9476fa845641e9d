import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signedBy } from './signature.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const signed = (text: string, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;

const body = '{"object":"whatsapp_business_account","entry":[{"nama":"Sri \u00e9"}]}';

describe('a webhook is taken', () => {
  test('when Meta signed its very bytes', async () => {
    expect(await signedBy(['rahasia'])(bytes(body), signed(body, 'rahasia'))).toBe(true);
  });

  test('by either secret while one is being changed', async () => {
    const is = signedBy(['baru', 'lama']);
    expect(await is(bytes(body), signed(body, 'lama'))).toBe(true);
    expect(await is(bytes(body), signed(body, 'baru'))).toBe(true);
  });
});

describe('a webhook is refused', () => {
  const good = signed(body, 'rahasia');
  const hex = good.slice('sha256='.length);
  test.each<[string, string | undefined]>([
    ['without a signature', undefined],
    ['with an empty one', ''],
    ['with the name of the hash alone', 'sha256='],
    ['without the name of the hash', hex],
    ['with the older hash', `sha1=${hex.slice(0, 40)}`],
    ['with half of it', good.slice(0, 39)],
    ['with more behind it', `${good}00`],
    ['with two of them', `${good},${good}`],
    ['in capitals, which Meta never writes', `sha256=${hex.toUpperCase()}`],
    ['with no hexadecimal', `sha256=${'g'.repeat(64)}`],
    ['of other bytes', signed(`${body} `, 'rahasia')],
    ['by another secret', signed(body, 'tebakan')],
    ['by no secret', signed(body, '')],
  ])('%s', async (_, header) => {
    expect(await signedBy(['rahasia'])(bytes(body), header)).toBe(false);
  });

  test('when no secret is set, whatever it bears', async () => {
    for (const secrets of [[], [''], ['', '']])
      expect(await signedBy(secrets)(bytes(body), signed(body, ''))).toBe(false);
  });

  test('in 1,000 forgeries out of 1,000', async () => {
    const is = signedBy(['rahasia', 'lama']);
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
    const near = fc
      .nat(63)
      .map((at) => `${hex.slice(0, at)}${hex[at] === '0' ? '1' : '0'}${hex.slice(at + 1)}`);
    const own = fc.string().map((guess) => signed(body, `${guess}?`).slice('sha256='.length));
    const forged = fc.sample(fc.oneof(digits, near, own), 1_000);
    const taken = await Promise.all(forged.map((guess) => is(bytes(body), `sha256=${guess}`)));
    expect(taken.filter(Boolean)).toEqual([]);
    expect(await is(bytes(body), good)).toBe(true);
  });

  test('when one byte of it was changed on the way', async () => {
    const is = signedBy(['rahasia']);
    for (let at = 0; at < body.length; at++) {
      const altered = bytes(body);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await is(altered, good)).toBe(false);
    }
  });
});
