import { ink } from '../print/ink.ts';
import { kawung } from '../print/kawung.ts';
import { sizeOf } from '../print/paper.ts';
import { paragraph } from '../print/paragraph.ts';
import type { Mark, Sheet } from '../print/sheet.ts';
import { type Block, stack } from '../print/stack.ts';
import { wordsIn } from '../print/words.ts';

/** What a story card says; `category` and `value` in words; `words`: the winner's own, at most 500 characters. */
export type StoryFacts = {
  agency: string;
  title: string;
  category: string;
  name: string;
  unit: string;
  value: string | null;
  words: string | null;
  locale: string;
};

const { width: wide, height: high } = sizeOf('story');
const margin = 56;
const across = { x: margin, width: wide - 2 * margin };
const headHigh = 366;

const ground: readonly Mark[] = [
  { kind: 'path', d: `M0 0H${wide}V${high}H0z`, fill: ink.paper },
  { kind: 'path', d: `M0 0H${wide}V${headHigh}H0z`, fill: ink.brand },
  ...kawung(wide - 210, -40, 240, '#1b5d97'),
  ...kawung(wide - 180, 210, 150, '#1b5d97'),
];

/** The story, smaller the longer it is. */
const told = ({ words, locale }: StoryFacts, y: number): Mark[] => {
  if (!words) return [];
  const { t } = wordsIn(locale);
  const room = high - 110 - y;
  const blocksAt = (size: number): Block[] => [
    (at) => paragraph(t('print.story.words'), { ...across, y: at, size: 19, colour: ink.muted }),
    (at) => paragraph(`“${words}”`, { ...across, y: at, size, leading: 1.36 }),
  ];
  const size =
    [34, 31, 28, 25, 23, 21, 19, 17, 15, 13].find((one) => stack(0, 8, blocksAt(one)).height <= room) ?? 11;
  return stack(y, 8, blocksAt(size)).marks;
};

/** The card of a winner for the office's channels, 1080 × 1350 at the resolution of `storyDots`. */
export const storySheet = (facts: StoryFacts): Sheet => {
  const { agency, title, category, name, unit, value, locale } = facts;
  const { t, upper } = wordsIn(locale);
  const line = { ...across, colour: ink.white };
  const head = stack(58, 12, [
    (y) => paragraph(upper(title), { ...line, y, size: 24, least: 13, lines: 1, weight: 'bold' }),
    (y) =>
      paragraph(t('print.story.congratulations'), {
        ...line,
        y,
        size: 92,
        least: 50,
        lines: 1,
        weight: 'bold',
      }),
    (y) =>
      paragraph(t('print.story.category', { category: { literal: category } }), {
        ...line,
        y,
        size: 32,
        least: 18,
        lines: 2,
        weight: 'bold',
      }),
  ]);
  const body = stack(headHigh + 40, 12, [
    (y) =>
      paragraph(name, { ...across, y, size: 58, least: 30, lines: 2, weight: 'bold', colour: ink.brand }),
    (y) => paragraph(unit, { ...across, y, size: 26, least: 16, lines: 2 }),
    ...(value === null
      ? []
      : [
          (y: number) =>
            paragraph(`BerAKHLAK: ${value}`, {
              ...across,
              y,
              size: 24,
              lines: 1,
              least: 14,
              weight: 'bold' as const,
            }),
        ]),
  ]);
  return {
    paper: 'story',
    title: `${title}: ${name}`,
    language: locale,
    marks: [
      ...ground,
      ...head.marks,
      ...body.marks,
      ...told(facts, headHigh + 40 + body.height + 34),
      ...kawung(margin, high - 88, 40),
      ...paragraph(agency, {
        x: margin + 54,
        width: across.width - 54,
        y: high - 84,
        size: 22,
        least: 12,
        lines: 1,
        colour: ink.muted,
      }).marks,
    ],
  };
};

/** Dots an inch at which the card is 1080 wide and 1350 high. */
export const storyDots = (1080 / wide) * 72;
