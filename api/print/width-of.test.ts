import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { family, fontFile, weights } from './font-file.ts';
import { widthOf } from './width-of.ts';

/** The dark of a line as it is really drawn, in points. */
const drawn = (text: string, weight: 'regular' | 'bold', size: number): number => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200" font-family="${family}"><text x="20" y="120" font-size="${size}" font-weight="${weight === 'bold' ? 'bold' : 'normal'}">${text}</text></svg>`;
  const font = { fontFiles: weights.map(fontFile), loadSystemFonts: false, defaultFontFamily: family };
  return new Resvg(svg, { font }).getBBox()?.width ?? 0;
};

test.each([
  ['Dinas Kependudukan dan Pencatatan Sipil', 'regular', 40],
  ['DINAS PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK', 'bold', 25],
  ['88,47', 'bold', 120],
  ['100,00', 'bold', 120],
  ['Ḍaftar “usaha” – 1 Jul–20 Nov 2026 · A & B'.replace('&', '+'), 'regular', 14],
] as const)('%s is as long as it is drawn, never longer on paper than measured', (text, weight, size) => {
  const [measured, real] = [widthOf(text, { size, weight }), drawn(text, weight, size)];
  expect(real).toBeLessThanOrEqual(measured + 0.5);
  expect(real).toBeGreaterThan(measured * 0.94 - size * 0.15);
});
