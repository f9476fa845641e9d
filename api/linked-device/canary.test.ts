import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canariesIn, found, textCanary, type Writing } from './testing/canary.ts';

const key = randomBytes(32);
const canary = { what: 'key', bytes: key };
const around = Buffer.concat([randomBytes(5), key, randomBytes(9)]);

const prints: readonly [how: string, printed: string | Buffer, written: Writing][] = [
  ['hex', key.toString('hex'), 'hex'],
  ['hex in capitals', key.toString('hex').toUpperCase(), 'hex'],
  ['what PostgreSQL prints of bytes', `\\x${around.toString('hex')}`, 'hex'],
  ['a Buffer, as Node inspects it', inspect({ deep: [key] }), 'hex'],
  ['a long Buffer, which Node cuts short', inspect(Buffer.concat([key, randomBytes(200)])), 'hex'],
  ['base64', key.toString('base64'), 'base64'],
  ['base64 in the middle of more', around.toString('base64'), 'base64'],
  ['base64 of addresses', around.toString('base64url'), 'base64'],
  ['a Buffer as JSON', JSON.stringify(key), 'decimal'],
  ['a list of numbers, as Node inspects it', inspect(new Uint8Array(key)), 'decimal'],
  ['numbers in lines', `${[...key].join(',\n  ')}`, 'decimal'],
  ['the bytes themselves', around, 'raw'],
];

describe('a key that was printed', () => {
  test.each(prints)('is found as %s', (_, printed, written) => {
    const lines = Buffer.concat([Buffer.from('{"event":"x"}\n'), Buffer.from(printed), Buffer.from('\n')]);
    expect(found(lines, [canary])).toContain(`key (${written})`);
  });

  test('is found wherever it begins in a longer run', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 20 }),
        fc.uint8Array({ minLength: 32, maxLength: 64 }),
        (before, secret) => {
          fc.pre(new Set(secret.subarray(0, 16)).size > 6);
          const run = Buffer.concat([before, secret, before]);
          const canaries = [{ what: 'it', bytes: secret }];
          expect(found(run.toString('base64'), canaries)).toContain('it (base64)');
          expect(found(inspect(new Uint8Array(run)), canaries)).toContain('it (decimal)');
          expect(found(run.toString('hex'), canaries)).toContain('it (hex)');
        },
      ),
    );
  });

  test('is not found where another was', () => {
    const other = randomBytes(64);
    const all = ['hex', 'base64', 'base64url', 'latin1'] as const;
    expect(found(all.map((way) => other.toString(way)).join(' '), [canary])).toEqual([]);
  });
});

test('numbers and words are found as they stand', () => {
  const canaries = [textCanary('number', '6281200000001'), textCanary('words', 'Lampu jalan mati')];
  expect(found('to 6281200000001@s.whatsapp.net', canaries)).toEqual(['number (raw)']);
  expect(found('Lampu jalan mati', canaries)).toEqual(['words (raw)']);
  expect(found('6281200000002', canaries)).toEqual([]);
});

test('everything that a client keeps is looked through, names too', () => {
  const session = { [key.toString('base64')]: { chain: { privKey: randomBytes(33).toString('base64') } } };
  const all = canariesIn('creds', {
    me: { id: '6281200000099:1@s.whatsapp.net' },
    session,
    at: 7,
    name: 'Kantor',
  });
  expect(all.map(({ what }) => what)).toEqual([
    'creds.me.id',
    'creds.session name',
    'creds.session.*.chain.privKey',
  ]);
});
