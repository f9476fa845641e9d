import { type ElementKey, elementName } from '../../bot/domain/skm/elements.ts';
import { performances } from '../../bot/domain/skm/grade.ts';
import { smallGroup } from '../../bot/domain/skm/hide-small.ts';
import { strongestAndWeakest } from '../../bot/domain/skm/strongest-and-weakest.ts';
import { ink } from '../print/ink.ts';
import { sizeOf } from '../print/paper.ts';
import { paragraph } from '../print/paragraph.ts';
import { daysWords, periodWords } from '../print/period-words.ts';
import { qrMark } from '../print/qr-mark.ts';
import type { Laid, Sheet } from '../print/sheet.ts';
import { type Block, stack } from '../print/stack.ts';
import { type Words, wordsIn } from '../print/words.ts';
import { caution } from './caution.ts';
import { elementsTable } from './elements-table.ts';
import { methodLines } from './method-lines.ts';
import { planRows, planTable } from './plan-table.ts';
import type { ResultFacts } from './result-facts.ts';
import { signatureBlock } from './signature-block.ts';

const { width, height } = sizeOf('a4');
const margin = 40;
const topMargin = 32;
const bottomMargin = 26;
const column = { x: margin, width: width - 2 * margin };
const qrSize = 58;

/** Nothing of the page lies lower, but the foot itself. */
export const footTop = height - bottomMargin - qrSize;

/** Rows to be written in by hand take what room is left. */
const planRow = { least: 27.5, most: 46 };
const spare = 14;

const heading =
  (text: string): Block =>
  (y) => {
    const { marks, height: high } = paragraph(text, {
      ...column,
      y: y + 5,
      size: 12,
      weight: 'bold',
      lines: 1,
    });
    return { marks, height: high + 6 };
  };

const plain =
  (text: string, size = 9.5, colour: string = ink.ink): Block =>
  (y) =>
    paragraph(text, { ...column, y, size, colour });

const header = ({ place, result }: ResultFacts, words: Words): Block[] => {
  const { t, upper } = words;
  const of = [
    result.service?.name ?? t('print.result.all-services'),
    place,
    result.period.length === 'own'
      ? periodWords(result.period, words)
      : `${periodWords(result.period, words)} (${daysWords(result.period, words)})`,
  ];
  return [
    (y) =>
      paragraph(upper(t('print.result.report')), {
        ...column,
        y,
        size: 10.5,
        least: 7,
        lines: 1,
        weight: 'bold',
        colour: ink.brand,
      }),
    (y) =>
      paragraph(result.unit.name, {
        ...column,
        y,
        size: 17,
        least: 8,
        lines: 2,
        weight: 'bold',
        leading: 1.15,
      }),
    (y) => paragraph(of.join(' · '), { ...column, y, size: 10, least: 8, lines: 3, colour: ink.muted }),
    (y): Laid => ({ marks: [{ kind: 'box', ...column, y: y + 2, height: 1.5, fill: ink.brand }], height: 4 }),
  ];
};

/** The result in one line. */
const outcome = ({ result: { index, respondents } }: ResultFacts, { t, decimal, whole }: Words): string =>
  index
    ? [
        `IKM ${decimal(index.ikm)}`,
        t('print.result.grade', {
          code: index.grade,
          label: t(`skm.performance.${performances[index.grade]}`),
        }),
        t('print.result.people', { count: whole(respondents) }),
      ].join(' · ')
    : t('print.result.none');

const ends = ({ result: { all, index } }: ResultFacts, { t, decimal }: Words) => {
  const { strongest, weakest } = strongestAndWeakest(all);
  const list = (named: readonly ElementKey[]) =>
    named
      .map((element) => `${t(elementName(element))} (${decimal(index?.elements[element]?.value ?? '')})`)
      .join('; ');
  const sentences =
    weakest.length > 0
      ? [
          t('print.result.strongest', { list: list(strongest) }),
          t('print.result.weakest', { list: list(weakest) }),
        ]
      : index
        ? [t('print.result.alike')]
        : [];
  return { weakest, sentences };
};

/** At the foot: the way to the newest figures, and what page of what day this is. */
const foot = ({ link, today }: ResultFacts, { t, date }: Words) => {
  const top = footTop;
  const beside = { x: margin + qrSize + 8, width: column.width - qrSize - 8 };
  return [
    ...qrMark(link, { x: margin - 6, y: top, size: qrSize }).marks,
    ...paragraph(t('print.result.online', { link }), { ...beside, y: top + 18, size: 9, least: 6, lines: 1 })
      .marks,
    ...paragraph(t('print.made', { date: date(today), page: 2, pages: 2 }), {
      ...beside,
      y: top + 32,
      size: 8.5,
      colour: ink.muted,
    }).marks,
  ];
};

/** The second page of a result: what is behind the number, and what the office means to do about it (`design/console.md` section 9). */
export const reportSheet = (facts: ResultFacts): Sheet => {
  const words = wordsIn(facts.locale);
  const { t } = words;
  const { result } = facts;
  const { weakest, sentences } = ends(facts, words);
  const warned = result.respondents < smallGroup ? caution(result, words) : undefined;
  const laid = (rowHeight: number) =>
    stack(topMargin, 5, [
      ...header(facts, words),
      (y) =>
        paragraph(outcome(facts, words), {
          ...column,
          y: y + 2,
          size: 15,
          least: 10,
          lines: 1,
          weight: 'bold',
        }),
      ...(warned ? [plain(warned, 9.5, ink.warning)] : []),
      heading(t('print.result.elements')),
      (y) => elementsTable(result, words, { ...column, y }),
      ...sentences.map((sentence) => plain(sentence)),
      heading(t('print.result.plan')),
      (y) => planTable(weakest, words, { ...column, y, rowHeight }),
      heading(t('print.result.method')),
      ...methodLines(result, facts.weight, words).map((line) => plain(line, 8.5)),
      (y) => {
        const { marks, height: high } = signatureBlock(words, { ...column, y: y + 8 });
        return { marks, height: high + 8 };
      },
    ]);
  const free = footTop - spare - topMargin - laid(planRow.least).height;
  const page = laid(Math.min(planRow.most, planRow.least + Math.max(0, free) / planRows));
  return {
    paper: 'a4',
    title: `${t('print.result.report')} · ${result.unit.name}`,
    language: facts.locale,
    marks: [...page.marks, ...foot(facts, words)],
  };
};
