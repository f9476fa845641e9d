import { ink } from '../print/ink.ts';
import { kawung } from '../print/kawung.ts';
import { sizeOf } from '../print/paper.ts';
import { type Paragraph, paragraph } from '../print/paragraph.ts';
import type { Laid, Sheet } from '../print/sheet.ts';
import { type Block, stack } from '../print/stack.ts';
import { type Words, wordsIn } from '../print/words.ts';
import { changesBlock } from './changes-block.ts';
import { codesBlock, codesHeight, widestCode } from './codes-block.ts';
import { typedCode } from './counter-doors.ts';
import type { PosterFacts } from './poster-facts.ts';
import { resultBlock } from './result-block.ts';

/** A4 holds what A5 holds, larger; less so where it also tells the last result and what was changed. */
const scales = { a5: 1, a4: Math.SQRT2, 'a4-full': 1.3 } as const;
/** Points of a code with its edge that changes may not press it below. */
const enough = 120;
const margin = 26;
const gap = 10;

type Across = { x: number; width: number };

const officeLine =
  ({ place, counter }: PosterFacts, { x, width }: Across, k: number): Block =>
  (y) => {
    const side = 34 * k;
    const beside = { x: x + side + 10 * k, width: width - side - 10 * k };
    const said = stack(y, 1, [
      (at) =>
        paragraph(counter.unit.name, {
          ...beside,
          y: at,
          size: 12 * k,
          least: 7,
          lines: 2,
          weight: 'bold',
          leading: 1.15,
        }),
      (at) => paragraph(place, { ...beside, y: at, size: 9.5 * k, lines: 1, least: 7, colour: ink.muted }),
    ]);
    return { marks: [...kawung(x, y, side), ...said.marks], height: Math.max(side, said.height) };
  };

const typedLine =
  ({ counter }: PosterFacts, { t }: Words, { x, width }: Across, k: number): Block =>
  (y) => {
    const height = 44 * k;
    const half = width / 2;
    const middling = (text: string, said: Omit<Paragraph, 'y'>) => {
      const free = height - paragraph(text, { ...said, y }).height;
      return paragraph(text, { ...said, y: y + free / 2 }).marks;
    };
    const one = { lines: 1, least: 6 };
    return {
      height,
      marks: [
        { kind: 'box', x, y, width, height, fill: ink.paper, round: 8 * k },
        ...middling(t('print.poster.type'), {
          ...one,
          x: x + 10,
          width: half - 16,
          size: 11 * k,
          align: 'end',
          colour: ink.muted,
        }),
        ...middling(typedCode(counter.code), {
          ...one,
          x: x + half,
          width: half - 10,
          size: 20 * k,
          weight: 'bold',
        }),
      ],
    };
  };

const promises =
  ({ t }: Words, across: Across, k: number): Block =>
  (y) =>
    paragraph([t('print.poster.minutes'), t('print.poster.free'), t('print.poster.nameless')].join(' · '), {
      ...across,
      y,
      size: 14 * k,
      least: 8,
      lines: 1,
      weight: 'bold',
      align: 'middle',
    });

/** What a larger sheet says besides; the older changes give way where the codes would become too small. */
const larger = ({ figure, changes }: PosterFacts, shown: number, words: Words, across: Across): Block[] => [
  ...(figure ? [(y: number): Laid => resultBlock(figure, words, { ...across, y })] : []),
  ...(shown > 0 ? [(y: number): Laid => changesBlock(changes.slice(0, shown), words, { ...across, y })] : []),
];

/**
 * The sheet at a counter (`design/console.md` section 10): a code for each app that the operator named, the words to type
 * instead, and what it costs, which is two minutes. The codes take what room is left.
 */
export const counterSheet = (facts: PosterFacts, paper: 'a4' | 'a5'): Sheet => {
  const words = wordsIn(facts.locale);
  const { t } = words;
  const { width, height } = sizeOf(paper);
  const { doors, counter } = facts;
  const more = paper === 'a4' && (facts.figure !== null || facts.changes.length > 0);
  const k = scales[more ? 'a4-full' : paper];
  const across = { x: margin * k, width: width - 2 * margin * k };
  const office = officeLine(facts, across, k);
  const asking: Block[] = [
    (y) =>
      paragraph(t('print.poster.title'), {
        ...across,
        y,
        size: 33 * k,
        least: 14,
        lines: 1,
        weight: 'bold',
        colour: ink.brand,
        leading: 1.2,
      }),
    (y) =>
      paragraph(`${counter.service.name} · ${counter.code}`, {
        ...across,
        y,
        size: 15 * k,
        least: 8 * k,
        lines: 3,
        weight: 'bold',
      }),
    (y) =>
      paragraph(t(doors.length === 1 ? 'print.poster.how-one' : 'print.poster.how'), {
        ...across,
        y,
        size: 12 * k,
        least: 8,
        lines: 1,
        colour: ink.muted,
      }),
  ];
  const telling = (shown: number): Block[] => [
    typedLine(facts, words, across, k),
    promises(words, across, k),
    ...(more ? larger(facts, shown, words, across) : []),
  ];
  const high = (blocks: readonly Block[]) => stack(0, gap * k, blocks).height;
  const roomBeside = (shown: number) =>
    height - 2 * margin * k - high([office]) - high(asking) - high(telling(shown)) - 3 * gap * k;
  const widest = widestCode(across.width, doors.length, k);
  const sizeBeside = (shown: number) => Math.min(widest, roomBeside(shown) - codesHeight(0, k));
  const shown =
    facts.changes.map((_, at) => facts.changes.length - at).find((some) => sizeBeside(some) >= enough * k) ??
    0;
  const size = sizeBeside(shown);
  const spare = Math.max(0, roomBeside(shown) - codesHeight(size, k)) / 2;
  const page = stack(margin * k, gap * k + spare, [
    office,
    (y) => stack(y, gap * k, [...asking, (at) => codesBlock(doors, words, { ...across, y: at, size, k })]),
    (y) => stack(y, gap * k, telling(shown)),
  ]);
  return {
    paper,
    title: `${t('print.poster.title')} · ${counter.service.name}`,
    language: facts.locale,
    marks: page.marks,
  };
};
