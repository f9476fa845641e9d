import { type Counter, countersOf } from '../../db/reads/counters.ts';
import { surveyFigure } from '../../db/reads/skm-figure.ts';
import { changesOf } from '../../db/reads/survey-changes.ts';
import type { Asked, Made, MadeFile } from '../exports/export-kind.ts';
import { placeOf } from '../print/place-of.ts';
import type { Sheet } from '../print/sheet.ts';
import { sheetPng } from '../print/sheet-png.ts';
import { sheetSvg } from '../print/sheet-svg.ts';
import { sheetsPdf } from '../print/sheets-pdf.ts';
import { wordsIn } from '../print/words.ts';
import { counterDoors } from './counter-doors.ts';
import { counterSheet } from './counter-sheet.ts';

/** So many changes are read for a sheet, those of the counter's own service or of its whole office. */
const changesRead = 20;
const changesShown = 2;

const noDoors =
  'No chat is known that a code could open: set TELEGRAM_BOT_NAME or WHATSAPP_NUMBER (see .env.example).';

const sheetOf = async (
  { runner, city, now, locale }: Asked,
  counter: Counter,
  paper: 'a4' | 'a5',
): Promise<Sheet> => {
  const larger = paper === 'a4';
  const changes = larger ? await changesOf(runner, city, counter.unit.code, changesRead) : [];
  return counterSheet(
    {
      place: placeOf(city.agency),
      counter,
      doors: counterDoors(city.doors ?? {}, counter.code),
      figure: larger ? await surveyFigure(runner, city, counter.service.code, now) : null,
      changes: changes
        .filter(({ service }) => service === null || service.code === counter.service.code)
        .slice(0, changesShown),
      locale,
    },
    paper,
  );
};

const singly = (
  format: 'svg' | 'png',
  made: readonly { code: string; sheet: Sheet }[],
  paper: string,
): MadeFile[] =>
  made.map(({ code, sheet }) => ({
    name: `poster-${paper}-${code}.${format}`,
    bytes: format === 'png' ? sheetPng(sheet) : new TextEncoder().encode(sheetSvg(sheet)),
  }));

/** `export posters`: a sheet for each counter, A5 unless A4 was asked for; a PDF holds them all, SVG and PNG have a file for each. */
export const printPosters =
  (format: 'pdf' | 'svg' | 'png') =>
  async (asked: Asked): Promise<Made> => {
    const { runner, city, now, unit, service, locale, size: paper = 'a5' } = asked;
    if (!city.doors?.telegram && !city.doors?.whatsapp) return { refused: noDoors };
    const counters = await countersOf(runner, { unit, service });
    if (counters.length === 0)
      return { refused: 'No service here has a counter: give it a counter_code with "import services".' };
    const made: { code: string; sheet: Sheet }[] = [];
    for (const counter of counters)
      made.push({ code: counter.code, sheet: await sheetOf(asked, counter, paper) });
    const data = counters.map(({ code, service: of, unit: office }) => ({
      counter: code,
      service: of.code,
      unit: office.code,
      links: counterDoors(city.doors ?? {}, code).map(({ link }) => link),
    }));
    if (format !== 'pdf') return { data, files: singly(format, made, paper) };
    const bytes = await sheetsPdf(
      made.map(({ sheet }) => sheet),
      {
        title: `${wordsIn(locale).t('print.poster.title')} · ${placeOf(city.agency)}`,
        author: city.agency.name,
        language: locale,
        at: now,
      },
    );
    return { data, files: [{ name: `posters-${paper}.pdf`, bytes }] };
  };
