import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withMarks } from '../../i18n/marks.ts';
import { markup } from './markup.ts';
import { asTaken, emphasised } from './testing/as-read.ts';

describe('our marks', () => {
  test('become WhatsApp’s signs', () => {
    const text = withMarks('Nomor laporan: *simpan* `SLT-7K4PQ2`');
    expect(markup(text)).toBe('Nomor laporan: *simpan* `SLT-7K4PQ2`');
    expect(emphasised(markup(text))).toEqual(['SLT-7K4PQ2', 'simpan']);
  });

  test('that a cut left open are closed, and ends without a beginning are nothing', () => {
    expect(markup('\uE000tebal dan')).toBe('*tebal dan*');
    expect(markup('akhir\uE001 saja')).toBe('akhir saja');
  });
});

describe('what a person wrote', () => {
  test.each([
    ['*awas* _ini_ ~itu~ `kode`', '\u2217awas* ˍini_ \u223citu~ ˋkodeˋ'],
    ['> kutipan', '› kutipan'],
    ['* satu\n* dua', '\u2217 satu\n\u2217 dua'],
    ['```\nrm\n```', 'ˋˋˋ\nrm\nˋˋˋ'],
  ])('%j keeps its look and loses its power', (text, written) => {
    expect(markup(text)).toBe(written);
    expect(emphasised(markup(text))).toEqual([]);
    expect(asTaken(markup(text))).toBe(text);
  });

  test.each([
    'dinas_pu_kota',
    '5 * 3 = 15',
    '3*4',
    'https://contoh.example/lacak?u_1=a_b',
    'a > b',
    'Rp~5rb',
  ])('%j means nothing special and stays as it is', (text) => {
    expect(markup(text)).toBe(text);
  });

  test('within our own mark cannot end it', () => {
    expect(emphasised(markup('Tempat: \uE000Pak* Budi _ x\uE001 ya*'))).toEqual(['Pak\u2217 Budi ˍ x']);
  });

  test('never becomes emphasis, and never grows', () => {
    const words = fc.string({
      unit: fc.constantFrom('*', '_', '~', '`', '>', ' ', '\n', 'a', '1', '.', '-'),
    });
    fc.assert(
      fc.property(words, (text) => {
        const written = markup(text);
        expect(emphasised(written)).toEqual([]);
        expect(asTaken(written)).toBe(text);
        expect(written).toHaveLength(text.length);
      }),
      { numRuns: 2000 },
    );
    expect(emphasised('*awas*')).toEqual(['awas']);
  });

  test('carries no control characters', () => {
    expect(markup('a\u0007b\u001b[31m\nc')).toBe('ab[31m\nc');
  });
});
