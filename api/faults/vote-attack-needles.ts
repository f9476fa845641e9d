/** What is looked for, by its name in what the search tells. */
export type Needle = { what: string; bytes: Uint8Array };

/** How a text may stand in files and tables: as it is, as hex of its bytes and as base64 of them. */
export const spellingsOf = (what: string, text: string): Needle[] => {
  const bytes = Buffer.from(text);
  return [
    { what, bytes },
    { what, bytes: Buffer.from(bytes.toString('hex')) },
    { what, bytes: Buffer.from(bytes.toString('base64').replace(/.{0,2}=*$/, '')) },
  ];
};

const key = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)) >>>
  0;

/** Where each of thousands of needles of at least four bytes stands first in a haystack; what stands nowhere is left out. */
export const findNeedles = (hay: Uint8Array, needles: readonly Needle[]): Map<string, number> => {
  const byStart = Map.groupBy(needles, ({ bytes }) => key(bytes, 0));
  const mask = new Uint8Array(65_536);
  for (const start of byStart.keys()) mask[start & 0xffff] = 1;
  const found = new Map<string, number>();
  for (let at = 0; at + 4 <= hay.length; at += 1) {
    if (mask[(hay[at] ?? 0) | ((hay[at + 1] ?? 0) << 8)] === 0) continue;
    for (const { what, bytes } of byStart.get(key(hay, at)) ?? [])
      if (!found.has(what) && stands(hay, at, bytes)) found.set(what, at);
  }
  return found;
};

const stands = (hay: Uint8Array, at: number, bytes: Uint8Array): boolean => {
  for (let i = 4; i < bytes.length; i += 1) if (hay[at + i] !== bytes[i]) return false;
  return at + bytes.length <= hay.length;
};
