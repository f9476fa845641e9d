import { ink } from '../print/ink.ts';
import { mm } from '../print/paper.ts';
import { paragraph } from '../print/paragraph.ts';
import { qrMark } from '../print/qr-mark.ts';
import type { Laid, Mark } from '../print/sheet.ts';
import type { Words } from '../print/words.ts';
import type { CounterDoor } from './counter-doors.ts';

/** The dark part of a code is never narrower, so that any phone finds it at arm's length. */
export const leastCode = 30 * mm;

const gap = 12;
const padding = 9;
const lines = { app: 15, name: 10 } as const;

/** How high the cards are for codes of this size, white edge included. */
export const codesHeight = (size: number, k: number): number =>
  size + (padding * 1.4 + lines.app * 1.28 + lines.name * 1.28 + 6) * k;

/** The widest code that stands in a card where so many stand side by side. */
export const widestCode = (width: number, cards: number, k: number): number =>
  (width - gap * k * (cards - 1)) / cards - (cards === 1 ? width * 0.3 : padding * k);

/**
 * A card for each app: its name in words, its code, and how we are found in it by hand. Throws where a code would be too
 * small to be found by a phone.
 */
export const codesBlock = (
  doors: readonly CounterDoor[],
  { t }: Words,
  { x, y, width, size, k }: { x: number; y: number; width: number; size: number; k: number },
): Laid => {
  const wide = (width - gap * k * (doors.length - 1)) / doors.length;
  const height = codesHeight(size, k);
  const marks = doors.flatMap(({ app, link, name }, at): Mark[] => {
    const left = x + at * (wide + gap * k);
    const top = y + (padding * 0.8 + lines.app * 1.28) * k;
    const qr = qrMark(link, { x: left + (wide - size) / 2, y: top, size });
    if (qr.code < leastCode) throw new RangeError(`a code of ${Math.round(qr.code / mm)} mm is too small`);
    return [
      { kind: 'box', x: left, y, width: wide, height, line: ink.line, lineWidth: 1.2, round: 8 * k },
      ...paragraph(t(`channel.${app}`), {
        x: left,
        y: y + padding * 0.8 * k,
        width: wide,
        size: lines.app * k,
        weight: 'bold',
        align: 'middle',
        lines: 1,
        least: 9,
      }).marks,
      ...qr.marks,
      ...paragraph(name, {
        x: left + 6,
        y: top + size + 1,
        width: wide - 12,
        size: lines.name * k,
        align: 'middle',
        lines: 1,
        least: 6,
        colour: ink.muted,
      }).marks,
    ];
  });
  return { marks, height };
};
