import { describe, expect, test } from 'vitest';
import { whatsappText } from './whatsapp-text.ts';

/** A text with its looks in words. */
const read = (raw: string) => {
  const { text, entities } = whatsappText(raw);
  return {
    text,
    looks: entities.map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`),
  };
};

describe('a text of WhatsApp', () => {
  test('is bold, slanted, struck and code by its signs, which nobody sees', () => {
    expect(read('👋 *Nomor:* `SLT-7K4PQ2`, _segera_ ~batal~')).toEqual({
      text: '👋 Nomor: SLT-7K4PQ2, segera batal',
      looks: ['bold Nomor:', 'code SLT-7K4PQ2', 'italic segera', 'strikethrough batal'],
    });
  });

  test('has looks within each other', () => {
    expect(read('*Tempat _Tingkir_*')).toEqual({
      text: 'Tempat Tingkir',
      looks: ['bold Tempat Tingkir', 'italic Tingkir'],
    });
  });

  test('leaves signs alone that stand for themselves', () => {
    for (const raw of ['3 * 4 * 5', 'dinas_pu_kota', '2*3*4', '* satu', '`*a*'])
      expect(read(raw).text).toBe(raw === '`*a*' ? '`a' : raw);
    expect(read('`*a*`')).toEqual({ text: '*a*', looks: ['code *a*'] });
  });

  test('links addresses, without the point behind them', () => {
    expect(read('Lihat https://sapa.example/privasi.').looks).toEqual(['url https://sapa.example/privasi']);
  });
});
