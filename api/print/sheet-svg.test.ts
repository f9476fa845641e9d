import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { paragraph } from './paragraph.ts';
import type { Sheet } from './sheet.ts';
import { sheetSvg } from './sheet-svg.ts';

const saying = (text: string): Sheet => ({
  paper: 'a5',
  title: text,
  language: 'id',
  marks: paragraph(text, { x: 40, y: 40, width: 300, size: 12 }).marks,
});

describe('a sheet as SVG', () => {
  test('has the size of its paper and brings its letters with it, in less than 300 kB', () => {
    const svg = sheetSvg(saying('Nilai ḍ'));
    expect(svg).toContain('width="148mm" height="210mm" viewBox="0 0 419.53 595.28"');
    expect(svg.match(/url\(data:font\/woff2;base64,/g)).toHaveLength(2);
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
    expect(svg.length).toBeLessThan(300_000);
    expect(sheetSvg(saying('Nilai')).match(/url\(/g)).toHaveLength(1);
  });

  test.each(['<script>alert(1)</script>', '"]]> & </text>', 'a\u0000b\u0008c\uFFFFd', '\uD800 lone'])(
    'stays one sheet whatever a name holds: %j',
    (name) => {
      const svg = sheetSvg(saying(name));
      expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
      expect(svg).not.toContain('<script');
    },
  );
});
