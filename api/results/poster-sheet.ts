import { ink } from '../print/ink.ts';
import { kawung } from '../print/kawung.ts';
import { sizeOf } from '../print/paper.ts';
import { paragraph } from '../print/paragraph.ts';
import { daysWords, periodWords } from '../print/period-words.ts';
import type { Mark, Sheet } from '../print/sheet.ts';
import { stack } from '../print/stack.ts';
import { type Words, wordsIn } from '../print/words.ts';
import { caution } from './caution.ts';
import { figureBlock } from './figure-block.ts';
import { groupsWords } from './groups-words.ts';
import type { ResultFacts } from './result-facts.ts';
import { rowsBlock } from './rows-block.ts';

const { width, height } = sizeOf('a4-landscape');
const margin = 28;
const inner = 20;
const emblem = 66;
const leftWidth = 464;
const footHeight = 92;
const frame = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
const right = frame.x + frame.width;
const bottom = frame.y + frame.height;

const rule = (x: number, y: number, wide: number, high: number): Mark => ({
  kind: 'box',
  x,
  y,
  width: Math.max(wide, 1),
  height: Math.max(high, 1),
  fill: ink.line,
});

const titleBlock = ({ place, result }: ResultFacts, words: Words, y: number) => {
  const { t, upper } = words;
  const column = { x: frame.x + inner * 2 + emblem, width: frame.width - inner * 3 - emblem };
  return stack(y, 5, [
    (at) =>
      paragraph(upper(t('print.result.title')), {
        ...column,
        y: at,
        size: 17,
        weight: 'bold',
        colour: ink.brand,
        lines: 1,
        least: 9,
      }),
    (at) =>
      paragraph(upper(result.unit.name), {
        ...column,
        y: at,
        size: 25,
        least: 11,
        lines: 2,
        weight: 'bold',
        leading: 1.15,
      }),
    (at) =>
      paragraph(upper(`${place} · ${periodWords(result.period, words)}`), {
        ...column,
        y: at,
        size: 15,
        least: 9,
        lines: 1,
        colour: ink.muted,
      }),
  ]);
};

/** The days that were really asked: a period that still runs ends today. */
const asked = ({ result: { period }, today }: ResultFacts) => ({
  from: period.from,
  until: today < period.from || today > period.until ? period.until : today,
});

const factsRows = (facts: ResultFacts, words: Words) => {
  const { t, whole } = words;
  const { result, respondents } = facts;
  const of = { respondents, counted: result.respondents, words };
  return [
    {
      label: t('print.result.number'),
      value: t('print.result.people', { count: whole(result.respondents) }),
    },
    { label: t('print.result.sex'), value: groupsWords('sex', of) },
    { label: t('print.result.education'), value: groupsWords('education', of) },
    { label: t('print.result.period'), value: daysWords(asked(facts), words) },
  ];
};

/**
 * The first page of a result, to be hung up: the number large enough to be read at three metres, beside it who answered
 * (layout of the publication page of PermenPANRB 14/2017, `design/console.md` section 9).
 */
export const posterSheet = (facts: ResultFacts): Sheet => {
  const words = wordsIn(facts.locale);
  const { t, upper } = words;
  const { result } = facts;
  const title = titleBlock(facts, words, frame.y + inner);
  const middle = frame.y + Math.max(title.height, emblem) + inner * 2;
  const foot = bottom - footHeight;
  const column = { x: frame.x + leftWidth + inner, width: frame.width - leftWidth - inner * 2 };
  const facing = stack(middle + inner, 8, [
    (at) =>
      paragraph(upper(t('print.result.service')), {
        ...column,
        y: at,
        size: 11,
        weight: 'bold',
        colour: ink.muted,
      }),
    (at) =>
      paragraph(result.service?.name ?? t('print.result.all-services'), {
        ...column,
        y: at,
        size: 18,
        least: 10,
        lines: 6,
        weight: 'bold',
      }),
    (at) => ({ marks: [rule(column.x, at + 3, column.width, 1)], height: 7 }),
    (at) =>
      paragraph(upper(t('print.result.respondents')), {
        ...column,
        y: at,
        size: 11,
        weight: 'bold',
        colour: ink.muted,
      }),
    (at) => rowsBlock(factsRows(facts, words), { ...column, y: at, size: 13.5, labels: 104 }),
  ]);
  const thanks = stack(foot + 15, 6, [
    (at) =>
      paragraph(upper(t('print.result.thanks')), {
        x: frame.x + inner,
        width: frame.width - inner * 2,
        y: at,
        size: 16,
        least: 9,
        lines: 1,
        weight: 'bold',
        align: 'middle',
        colour: ink.brand,
      }),
    (at) =>
      paragraph(t('print.result.useful'), {
        x: frame.x + inner * 3,
        width: frame.width - inner * 6,
        y: at,
        size: 12.5,
        least: 8,
        lines: 2,
        align: 'middle',
      }),
  ]);
  return {
    paper: 'a4-landscape',
    title: `${t('print.result.title')} · ${result.unit.name}`,
    language: facts.locale,
    marks: [
      { kind: 'box', ...frame, line: ink.muted, lineWidth: 1, round: 6 },
      ...kawung(frame.x + inner, frame.y + inner, emblem),
      ...title.marks,
      rule(frame.x, middle, frame.width, 1),
      ...figureBlock(result, words, caution(result, words), {
        x: frame.x + inner / 2,
        y: middle,
        width: leftWidth - inner,
        height: foot - middle,
      }),
      rule(frame.x + leftWidth, middle, 1, foot - middle),
      ...facing.marks,
      rule(frame.x, foot, right - frame.x, 1),
      ...thanks.marks,
    ],
  };
};
