import type { LocalDate } from '../../bot/domain/local-date.ts';
import { typedAttendance } from '../../bot/domain/training/attendance-code.ts';
import type { Doors } from '../../bot/ports.ts';
import { ink } from '../print/ink.ts';
import { kawung } from '../print/kawung.ts';
import { sizeOf } from '../print/paper.ts';
import { paragraph } from '../print/paragraph.ts';
import type { Sheet } from '../print/sheet.ts';
import { type Block, stack } from '../print/stack.ts';
import { wordsIn } from '../print/words.ts';
import { codesBlock, codesHeight, widestCode } from './codes-block.ts';
import { type CounterDoor, doorsTo } from './counter-doors.ts';

/** All that the sheet in a training's room says; `agency`: whose staff it is for. */
export type AttendanceFacts = {
  agency: string;
  training: { title: string; provider: string };
  day: LocalDate;
  code: string;
  doors: readonly CounterDoor[];
  locale: string;
};

const margin = 36;
const gap = 14;
const scale = Math.SQRT2;

/** The doors into a chat that lead straight to the room: the code stands in the link and in the words typed already. */
export const attendanceDoors = (doors: Doors, code: string): CounterDoor[] =>
  doorsTo(doors, { start: `h_${code}`, typed: typedAttendance(code) });

type Across = { x: number; width: number };

const agencyLine =
  ({ agency, training }: AttendanceFacts, { x, width }: Across): Block =>
  (y) => {
    const side = 44;
    const beside = { x: x + side + 14, width: width - side - 14 };
    const said = stack(y, 1, [
      (at) => paragraph(agency, { ...beside, y: at, size: 16, least: 9, lines: 1, weight: 'bold' }),
      (at) =>
        paragraph(training.provider, { ...beside, y: at, size: 13, least: 8, lines: 2, colour: ink.muted }),
    ]);
    return { marks: [...kawung(x, y, side), ...said.marks], height: Math.max(side, said.height) };
  };

/** The code itself, to be read from the last row. */
const codeBox =
  ({ code, locale, doors }: AttendanceFacts, { x, width }: Across): Block =>
  (y) => {
    const inside = { x: x + 16, width: width - 32, align: 'middle' as const, lines: 1 };
    const said = stack(y + 14, 2, [
      ...(doors.length === 0
        ? []
        : [
            (at: number) =>
              paragraph(wordsIn(locale).t('print.poster.type'), {
                ...inside,
                y: at,
                size: 16,
                least: 9,
                colour: ink.muted,
              }),
          ]),
      (at) => paragraph(typedAttendance(code), { ...inside, y: at, size: 60, least: 30, weight: 'bold' }),
    ]);
    const height = said.height + 28;
    return {
      height,
      marks: [{ kind: 'box', x, y, width, height, fill: ink.paper, round: 12 }, ...said.marks],
    };
  };

/** The sheet for a training's room, A4: what day it is for, a code for each app that the operator named, and the words to type instead. */
export const attendanceSheet = (facts: AttendanceFacts): Sheet => {
  const { training, day, doors, locale } = facts;
  const { t, date } = wordsIn(locale);
  const { width, height } = sizeOf('a4');
  const across = { x: margin, width: width - 2 * margin };
  const head: Block[] = [
    agencyLine(facts, across),
    (y) =>
      paragraph(t('print.hadir.title'), {
        ...across,
        y,
        size: 48,
        least: 24,
        lines: 1,
        weight: 'bold',
        colour: ink.brand,
        leading: 1.2,
      }),
    (y) => paragraph(training.title, { ...across, y, size: 24, least: 13, lines: 3, weight: 'bold' }),
    (y) =>
      paragraph(t('print.hadir.until', { date: { literal: date(day) } }), {
        ...across,
        y,
        size: 18,
        lines: 1,
        least: 10,
      }),
    ...(doors.length === 0
      ? []
      : [
          (y: number) =>
            paragraph(t(doors.length === 1 ? 'print.poster.how-one' : 'print.poster.how'), {
              ...across,
              y,
              size: 17,
              least: 9,
              lines: 1,
              colour: ink.muted,
            }),
        ]),
  ];
  const tail: Block[] = [
    codeBox(facts, across),
    (y) =>
      paragraph(t('print.hadir.who'), {
        ...across,
        y,
        size: 15,
        least: 8,
        lines: 1,
        align: 'middle',
        colour: ink.muted,
      }),
  ];
  const high = (blocks: readonly Block[]) => stack(0, gap, blocks).height;
  const free = height - 2 * margin - high(head) - high(tail) - 2 * gap;
  const size = Math.min(
    doors.length === 0 ? 0 : widestCode(across.width, doors.length, scale),
    free - codesHeight(0, scale),
  );
  const codes: Block[] =
    doors.length === 0 ? [] : [(y) => codesBlock(doors, wordsIn(locale), { ...across, y, size, k: scale })];
  const spare = Math.max(0, free - (doors.length === 0 ? 0 : codesHeight(size, scale))) / 2;
  const page = stack(margin, gap + spare, [(y) => stack(y, gap, head), ...codes, (y) => stack(y, gap, tail)]);
  return {
    paper: 'a4',
    title: `${t('print.hadir.title')}: ${training.title}`,
    language: locale,
    marks: page.marks,
  };
};
