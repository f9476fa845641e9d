import { Resvg } from '@resvg/resvg-js';
import { family, fontFile, weights } from './font-file.ts';
import { sizeOf } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { sheetSvg } from './sheet-svg.ts';

/** A sheet as a PNG of so many dots an inch; 300 is what print shops ask for. */
export const sheetPng = (sheet: Sheet, dotsAnInch = 300): Uint8Array =>
  new Resvg(sheetSvg(sheet, false), {
    font: { fontFiles: weights.map(fontFile), loadSystemFonts: false, defaultFontFamily: family },
    fitTo: { mode: 'width', value: Math.round((sizeOf(sheet.paper).width / 72) * dotsAnInch) },
  })
    .render()
    .asPng();
