import { family, webFont } from './font-file.ts';
import { sizeOf } from './paper.ts';
import type { Mark, Sheet } from './sheet.ts';

const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string =>
  text
    .replace(notXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const short = (points: number): string => String(Math.round(points * 100) / 100);

const drawn = (mark: Mark): string => {
  switch (mark.kind) {
    case 'text':
      return `<text x="${short(mark.x)}" y="${short(mark.y)}" font-size="${short(mark.size)}"${mark.weight === 'bold' ? ' font-weight="bold"' : ''}${mark.align === 'start' ? '' : ` text-anchor="${mark.align}"`} fill="${mark.colour}">${escaped(mark.text)}</text>`;
    case 'box': {
      const { x, y, width, height, fill, line, lineWidth = 1, dashed, round } = mark;
      return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${round ? ` rx="${short(round)}"` : ''} fill="${fill ?? 'none'}"${line ? ` stroke="${line}" stroke-width="${short(lineWidth)}"` : ''}${dashed ? ' stroke-dasharray="3 3"' : ''}/>`;
    }
    case 'path':
      return `<path d="${mark.d}" fill="${mark.fill}"/>`;
    default:
      return mark satisfies never;
  }
};

const beyondLatin = (marks: readonly Mark[]): boolean =>
  marks.some((mark) => mark.kind === 'text' && /[\u0100-\u02AF\u1E00-\u1EFF]/.test(mark.text));

/** Both faces have one name, and a browser takes for each letter the one that holds it. */
const faces = (marks: readonly Mark[]): string =>
  [
    ...(beyondLatin(marks)
      ? [{ url: webFont('latin-ext'), range: ';unicode-range:U+0100-02AF,U+1E00-1EFF' }]
      : []),
    { url: webFont('latin'), range: ';unicode-range:U+0000-00FF,U+2000-206F,U+2190-22FF' },
  ]
    .map(
      ({ url, range }) =>
        `@font-face{font-family:"${family}";font-weight:200 800;src:url(${url}) format("woff2")${range}}`,
    )
    .join('');

/**
 * A sheet as one SVG file. `standalone` carries its letters with it, so that it looks the same on every machine; without,
 * it is for a printer of ours that has them.
 */
export const sheetSvg = ({ paper, title, language, marks }: Sheet, standalone = true): string => {
  const { mm, width, height } = sizeOf(paper);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${mm.wide}mm" height="${mm.high}mm" viewBox="0 0 ${short(width)} ${short(height)}" font-family="${family}" text-rendering="geometricPrecision"${standalone ? ` role="img" xml:lang="${escaped(language)}"` : ''}>${
    standalone ? `<title>${escaped(title)}</title><style>${faces(marks)}</style>` : ''
  }<rect width="100%" height="100%" fill="#ffffff"/>${marks.map(drawn).join('')}</svg>\n`;
};
