/** How far each letter of a face moves the pen on, in parts of the size; letters it lacks move as its box for the unknown does. */
export type AdvanceWidths = (letter: string) => number;

const tablesOf = (font: DataView): Map<string, number> =>
  new Map(
    Array.from({ length: font.getUint16(4) }, (_, at) => {
      const record = 12 + at * 16;
      const tag = String.fromCharCode(...[0, 1, 2, 3].map((one) => font.getUint8(record + one)));
      return [tag, font.getUint32(record + 8)];
    }),
  );

/** The map from letters to glyphs for Unicode's first plane (platform 3, encoding 1, format 4), which every such face has. */
const basicMap = (font: DataView, cmap: number): number => {
  for (let at = 0; at < font.getUint16(cmap + 2); at += 1) {
    const record = cmap + 4 + at * 8;
    const map = cmap + font.getUint32(record + 4);
    if (font.getUint16(record) === 3 && font.getUint16(record + 2) === 1 && font.getUint16(map) === 4)
      return map;
  }
  throw new RangeError('a face without a map of Unicode letters');
};

const glyphOf = (font: DataView, map: number, code: number): number => {
  const doubled = font.getUint16(map + 6);
  const [ends, starts] = [map + 14, map + 16 + doubled];
  const [deltas, ranges] = [starts + doubled, starts + 2 * doubled];
  for (let at = 0; at < doubled; at += 2) {
    if (code > font.getUint16(ends + at)) continue;
    const start = font.getUint16(starts + at);
    if (code < start) return 0;
    const range = font.getUint16(ranges + at);
    const delta = font.getUint16(deltas + at);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = font.getUint16(ranges + at + range + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
};

/**
 * Reads the widths out of a TrueType file (OpenType specification: cmap format 4, hhea, hmtx). Kerning is left out: it
 * only brings letters closer together, so a line measured here is never longer on paper.
 */
export const readAdvanceWidths = (file: Uint8Array): AdvanceWidths => {
  const font = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = tablesOf(font);
  const table = (tag: string): number => {
    const at = tables.get(tag);
    if (at === undefined) throw new RangeError(`a face without ${tag}`);
    return at;
  };
  const [head, hhea, hmtx] = [table('head'), table('hhea'), table('hmtx')];
  const map = basicMap(font, table('cmap'));
  const unitsPerEm = font.getUint16(head + 18);
  const listed = font.getUint16(hhea + 34);
  const known = new Map<string, number>();
  return (letter) => {
    const held = known.get(letter);
    if (held !== undefined) return held;
    const glyph = glyphOf(font, map, Math.min(letter.codePointAt(0) ?? 0, 0xffff));
    const width = font.getUint16(hmtx + 4 * Math.min(glyph, listed - 1)) / unitsPerEm;
    known.set(letter, width);
    return width;
  };
};
