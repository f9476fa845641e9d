import { encode } from 'uqr';
import { ink } from './ink.ts';
import type { Mark } from './sheet.ts';

/** Four modules of white around a code, as its standard asks (ISO/IEC 18004). */
const quietModules = 4;

/**
 * A QR code with its white edge in a square of `size` points, error correction M. `code` is how wide the dark part is,
 * which is what a phone has to find.
 */
export const qrMark = (
  link: string,
  { x, y, size }: { x: number; y: number; size: number },
): { marks: Mark[]; code: number } => {
  const { data, size: modules } = encode(link, { ecc: 'M', border: 0 });
  const step = size / (modules + 2 * quietModules);
  const at = (n: number): string => String(Math.round(n * 1000) / 1000);
  const runs = data.flatMap((row, down) => {
    const found: string[] = [];
    for (let from = 0; from < modules; ) {
      let until = from;
      while (until < modules && row[until]) until += 1;
      if (until > from)
        found.push(
          `M${at(x + (from + quietModules) * step)} ${at(y + (down + quietModules) * step)}h${at((until - from) * step)}v${at(step)}h${at((from - until) * step)}z`,
        );
      from = until + 1;
    }
    return found;
  });
  return {
    marks: [
      { kind: 'box', x, y, width: size, height: size, fill: ink.white },
      { kind: 'path', d: runs.join(''), fill: ink.ink },
    ],
    code: modules * step,
  };
};
