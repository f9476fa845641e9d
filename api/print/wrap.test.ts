import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf } from './width-of.ts';
import { fitText, wrap } from './wrap.ts';

const type = { size: 12, weight: 'regular' } as const;

describe('a text in a column', () => {
  test('keeps every letter and no line is too long, whatever is written', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'W', 'i', '-', 'é', '.'), minLength: 1, maxLength: 60 }),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 300 }), (said, width) => {
        const lines = wrap(said.join(' '), width, type);
        expect(lines.join('').replaceAll(' ', '')).toBe(said.join(''));
        for (const line of lines.filter((one) => one.length > 1))
          expect(widthOf(line, type)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('is cut between words, and not at a space that must not break', () => {
    expect(wrap('SD 21 · SMP 48', 45, type)).toEqual(['SD 21 ·', 'SMP 48']);
    expect(wrap('SD 21 ·\u00a0SMP\u00a048', 70, type)).toEqual(['SD 21', '·\u00a0SMP\u00a048']);
  });

  test('becomes smaller before it takes another line, down to the least', () => {
    const room = { width: 200, lines: 1, most: 30, least: 8, weight: 'bold' } as const;
    expect(fitText('Dinas', room)).toMatchObject({ size: 30, lines: ['Dinas'] });
    const fitted = fitText('Dinas Kependudukan dan Catatan', room);
    expect(fitted.lines).toHaveLength(1);
    expect(fitted.size).toBeLessThan(16);
    const long = fitText('Dinas Kependudukan dan Catatan Sipil Kota yang sangat panjang namanya', room);
    expect(long.size).toBe(8);
    expect(long.lines.join(' ')).toContain('panjang namanya');
  });

  test('does not tear a number in two to stand larger', () => {
    expect(fitText('100,00', { width: 200, lines: 3, most: 120, least: 10, weight: 'bold' }).lines).toEqual([
      '100,00',
    ]);
  });
});
