import type { LocalDate } from '../../bot/domain/local-date.ts';
import { ink } from '../print/ink.ts';
import { kawung } from '../print/kawung.ts';
import { sizeOf } from '../print/paper.ts';
import { paragraph } from '../print/paragraph.ts';
import { qrMark } from '../print/qr-mark.ts';
import type { Mark, Sheet } from '../print/sheet.ts';
import { type Block, stack } from '../print/stack.ts';
import { wordsIn } from '../print/words.ts';

/**
 * All that a certificate says, of an award or of something learned. `title`: what it is, `lines`: what for, one below the
 * other; `place`: the city it is given in; `url`: where its number is confirmed.
 */
export type CertificateFacts = {
  number: string;
  name: string;
  title: string;
  lines: readonly string[];
  agency: string;
  place: string;
  date: LocalDate;
  url: string;
  locale: string;
};

const { width: wide, height: high } = sizeOf('a4-landscape');
const margin = 64;
const across = { x: margin, width: wide - 2 * margin };
const footTop = high - 156;

const frame: readonly Mark[] = [
  { kind: 'box', x: 22, y: 22, width: wide - 44, height: high - 44, line: ink.brand, lineWidth: 2.5 },
  { kind: 'box', x: 29, y: 29, width: wide - 58, height: high - 58, line: ink.line, lineWidth: 1 },
];

/** The marks of the city: its own arms are not ours to draw. */
const head: Block = (y) => ({ marks: kawung((wide - 44) / 2, y, 44), height: 44 });

const words = ({ agency, title, number, name, lines, locale }: CertificateFacts): Block[] => {
  const { t, upper } = wordsIn(locale);
  const middle = { ...across, align: 'middle' } as const;
  return [
    (y) => paragraph(upper(agency), { ...middle, y, size: 13, least: 8, lines: 1, colour: ink.muted }),
    (y) =>
      paragraph(title, {
        ...middle,
        y,
        size: 38,
        least: 22,
        lines: 1,
        weight: 'bold',
        colour: ink.brand,
      }),
    (y) =>
      paragraph(t('print.certificate.number', { number: { literal: number } }), {
        ...middle,
        y,
        size: 11,
        colour: ink.muted,
      }),
    (y) => paragraph(t('print.certificate.to'), { ...middle, y, size: 13 }),
    (y) => paragraph(name, { ...middle, y, size: 36, least: 17, lines: 2, weight: 'bold' }),
    ...lines.map(
      (line): Block =>
        (y) =>
          paragraph(line, { ...middle, y, size: 15, least: 11, lines: 1 }),
    ),
  ];
};

/** Left the code by which it is confirmed, right the day and the place of a signature. */
const foot = ({ url, place, date, locale }: CertificateFacts): Mark[] => {
  const { t, date: dayOf } = wordsIn(locale);
  const side = 104;
  const code = qrMark(url, { x: margin, y: footTop, size: side });
  const beside = { x: margin + side + 10, width: 340 };
  const said = stack(footTop + 12, 3, [
    (y) => paragraph(t('print.certificate.check'), { ...beside, y, size: 9, colour: ink.muted }),
    (y) => paragraph(url, { ...beside, y, size: 9, least: 6.5, lines: 1, weight: 'bold' }),
  ]);
  const box = { x: wide - margin - 240, y: footTop + 18, width: 240, height: 78 };
  const inside = { x: box.x + 10, width: box.width - 20, align: 'middle' } as const;
  return [
    ...code.marks,
    ...said.marks,
    ...paragraph(`${place}, ${dayOf(date)}`, {
      ...inside,
      y: footTop - 2,
      size: 11,
      least: 7,
      lines: 1,
    }).marks,
    { kind: 'box', ...box, line: ink.muted, lineWidth: 0.75, dashed: true, round: 4 },
    ...paragraph(t('print.sign.electronic'), {
      ...inside,
      y: box.y + 12,
      size: 9,
      least: 7,
      lines: 2,
      colour: ink.muted,
    }).marks,
    ...paragraph(t('print.sign.unsigned'), {
      ...inside,
      y: box.y + box.height - 24,
      size: 9,
      least: 7,
      lines: 1,
      weight: 'bold',
    }).marks,
  ];
};

/** A certificate, A4 lying. A long name becomes smaller, then takes a second line: nothing is cut off. */
export const certificateSheet = (facts: CertificateFacts): Sheet => {
  const blocks = [head, ...words(facts)];
  const gap = 10;
  const { height } = stack(0, gap, blocks);
  const room = footTop - 52;
  const body = stack(40 + Math.max(0, room - height) / 2, gap, blocks);
  return {
    paper: 'a4-landscape',
    title: `${facts.title}: ${facts.name}`,
    language: facts.locale,
    marks: [...frame, ...body.marks, ...foot(facts)],
  };
};
