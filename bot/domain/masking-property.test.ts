import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MaskWords, maskPersonal } from './masking.ts';

const words: MaskWords = {
  email: '[alamat surel]',
  nip: '[NIP]',
  nik: '[NIK]',
  phone: '[nomor telepon]',
  account: '[nomor rekening]',
  plate: '[plat nomor]',
};
const mask = (text: string) => maskPersonal(text, words);

const two = (n: number) => String(n).padStart(2, '0');
const digits = (n: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: n, maxLength: n });
const letters = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'ABCDEFGHKLPQRSTVWXYZ'), minLength: min, maxLength: max });
const separator = fc.constantFrom('', ' ', '-', '.');

/** Puts something between groups of the lengths given. */
const spaced = (number: string, between: string, ...lengths: number[]) =>
  number.replace(new RegExp(lengths.map((length) => `(.{${length}})`).join('')), (_, ...parts) =>
    parts.slice(0, lengths.length).join(between),
  );

const nik = fc
  .tuple(
    digits(6),
    fc.integer({ min: 1, max: 31 }),
    fc.boolean(),
    fc.integer({ min: 1, max: 12 }),
    digits(6),
    separator,
  )
  .map(([region, day, woman, month, rest, between]) => ({
    secret: `${region}${two(woman ? day + 40 : day)}${two(month)}${rest}`,
    between,
  }))
  .map(({ secret, between }) => ({ secret, text: spaced(secret, between, 4, 4, 4, 4) }));
const nip = fc
  .tuple(
    fc.integer({ min: 1960, max: 2005 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(10),
    separator,
  )
  .map(([year, month, day, rest, between]) => ({ secret: `${year}${two(month)}${two(day)}${rest}`, between }))
  .map(({ secret, between }) => ({ secret, text: spaced(secret, between, 8, 6, 1, 3) }));
const phone = fc
  .tuple(fc.constantFrom('0', '62', '+62', '+62 '), fc.integer({ min: 811, max: 899 }), digits(8), separator)
  .map(([begin, operator, rest, between]) => ({
    secret: `${operator}${rest}`,
    text: `${begin}${spaced(`${operator}${rest}`, between, 3, 4, 4)}`,
  }));
const plate = fc
  .tuple(
    fc.constantFrom('H', 'AD', 'BA', 'BK', 'BD', 'B'),
    fc.integer({ min: 100, max: 9999 }),
    letters(1, 3).filter((end) => !['RT', 'RW', 'RP'].includes(end)),
    separator,
  )
  .map(([area, number, end, between]) => [area, number, end].join(between))
  .map((text) => ({ secret: text, text }));
const email = fc
  .tuple(letters(3, 8), letters(3, 8), fc.constantFrom('com', 'co.id', 'go.id'))
  .map(([name, host, end]) => `${name}@${host}.${end}`.toLowerCase())
  .map((text) => ({ secret: text, text }));
const account = fc
  .tuple(
    fc.constantFrom('BRI', 'rekening', 'no rek.', 'Bank Jateng a.n. Fulan'),
    fc.integer({ min: 1, max: 5 }),
    digits(11),
  )
  .map(([bank, first, rest]) => ({ bank, secret: `${first}${rest}` }))
  .map(({ bank, secret }) => ({ secret, text: `${bank} ${secret}` }));

const harmless = fc.oneof(
  fc.constantFrom(
    ...'lampu jalan mati sudah lama mohon segera diperbaiki warga takut lewat pada malam hari'.split(' '),
  ),
  fc.constantFrom('RT 01', 'RW 05', 'KM 12', 'Jl. 17 Agustus', 'No 5 B', 'Blok C 7 A', 'SLT-7K4PQ2'),
  fc.constantFrom('12-10-2026', 'jam 08.00-15.00', 'Rp 1.500.000', '3 hari,', 'telepon 112', 'RT 04/RW 02.'),
);
const sentence = fc.array(harmless, { maxLength: 12 }).map((parts) => parts.join(' '));
const bare = (text: string) => text.replace(/[\s.-]/g, '');

test.each([
  ['nik', nik],
  ['nip', nip],
  ['phone', phone],
  ['plate', plate],
  ['email', email],
  ['account', account],
] as const)('no %s survives, wherever it stands', (kind, personal) => {
  fc.assert(
    fc.property(sentence, personal, sentence, (before, { text, secret }, later) => {
      expect(mask(`${before}, ${text}, ${later}`).found).toContain(kind);
      expect(bare(mask(`${before} ${text} ${later}`).text)).not.toContain(bare(secret));
    }),
    { numRuns: 300 },
  );
});

test('a text without them is unchanged', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      expect(mask(text)).toEqual({ text, found: [] });
    }),
    { numRuns: 300 },
  );
});

test('masking twice changes nothing, whatever the text', () => {
  const pieces = fc.oneof(nik, nip, phone, plate, email, account).map(({ text }) => text);
  const scraps = fc.string({ unit: fc.constantFrom(...'0123456789 .-@()HABbrik+\n'), maxLength: 40 });
  const anything = fc
    .array(fc.oneof(pieces, harmless, scraps, fc.constantFrom('BRI', 'rekening', 'plat')), { maxLength: 10 })
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(anything, (text) => {
      const once = mask(text).text;
      expect(mask(once)).toEqual({ text: once, found: [] });
    }),
    { numRuns: 500 },
  );
});

test('a long text of digits and dots takes no longer than a blink', () => {
  const began = performance.now();
  for (const text of [
    '1.'.repeat(2048),
    '0812 '.repeat(800),
    'a'.repeat(4096),
    'bank '.repeat(800),
    'a@'.repeat(2000),
  ])
    mask(text);
  expect(performance.now() - began).toBeLessThan(2_000);
});
