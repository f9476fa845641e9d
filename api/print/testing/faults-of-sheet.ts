import { sizeOf } from '../paper.ts';
import type { Mark, Sheet } from '../sheet.ts';
import { widthOf } from '../width-of.ts';

type Area = { what: string; left: number; right: number; top: number; bottom: number };

const edge = 12;
const starts = { start: 0, middle: 0.5, end: 1 } as const;

const areaOf = (mark: Mark): Area | undefined => {
  if (mark.kind === 'path') return undefined;
  if (mark.kind === 'box')
    return {
      what: 'a box',
      left: mark.x,
      right: mark.x + mark.width,
      top: mark.y,
      bottom: mark.y + mark.height,
    };
  const width = widthOf(mark.text, mark);
  const left = mark.x - width * starts[mark.align];
  return {
    what: mark.text,
    left,
    right: left + width,
    top: mark.y - mark.size * 0.72,
    bottom: mark.y + mark.size * 0.2,
  };
};

const meet = (one: Area, other: Area): boolean =>
  one.left < other.right - 0.5 &&
  other.left < one.right - 0.5 &&
  one.top < other.bottom &&
  other.top < one.bottom;

/** What would be ugly on paper: anything too near the edge to be printed, and words that lie on other words. */
export const faultsOfSheet = ({ paper, marks }: Sheet): string[] => {
  const { width, height } = sizeOf(paper);
  const areas = marks.flatMap((mark) => areaOf(mark) ?? []);
  const outside = areas.filter(
    ({ left, right, top, bottom }) =>
      left < edge || top < edge || right > width - edge || bottom > height - edge,
  );
  const words = areas.filter(({ what }) => what !== 'a box' && what.trim() !== '');
  const crossed = words.flatMap((one, at) =>
    words.slice(at + 1).flatMap((other) => (meet(one, other) ? [`${one.what} on ${other.what}`] : [])),
  );
  return [...outside.map(({ what }) => `${what} leaves the sheet`), ...crossed];
};

/** All that is written on a sheet, lines joined. */
export const wordsOnSheet = ({ marks }: Sheet): string =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join(' ');
