import { localDate } from '../../bot/domain/local-date.ts';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import { surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import { skmRespondents } from '../../db/reads/skm-respondents.ts';
import { skmResults } from '../../db/reads/skm-results.ts';
import type { Asked, Made } from '../exports/export-kind.ts';
import { placeOf } from '../print/place-of.ts';
import { sheetSvg } from '../print/sheet-svg.ts';
import { sheetsPdf } from '../print/sheets-pdf.ts';
import { wordsIn } from '../print/words.ts';
import { posterSheet } from './poster-sheet.ts';
import { reportSheet } from './report-sheet.ts';
import type { ResultFacts } from './result-facts.ts';

const factsOf = async ({ runner, city, now, locale }: Asked, result: SkmResult): Promise<ResultFacts> => ({
  place: placeOf(city.agency),
  result,
  respondents: await skmRespondents(runner, {
    period: result.period,
    unit: result.unit.code,
    service: result.service?.code ?? null,
  }),
  weight: surveyOf(city.agency.settings).weight,
  today: localDate(now, city.agency.zone),
  link: `${city.publicUrl}/kinerja`,
  locale,
});

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * `export skm` to be printed: of each office, or of the service asked for, the poster and the page behind it. A PDF holds
 * them all; SVG has a file for each sheet.
 */
export const printResults =
  (format: 'svg' | 'pdf') =>
  async (asked: Asked): Promise<Made> => {
    const { runner, city, now, period, unit, service, locale } = asked;
    const all = await skmResults(runner, city, { period, by: 'counted', ...(unit && { unit }) });
    const wanted = all.filter((one) => (one.service?.code ?? undefined) === service);
    if (wanted.length === 0)
      return {
        refused: service === undefined ? 'No office has a service.' : `There is no service ${service} here.`,
      };
    const printed = [];
    for (const result of wanted) {
      const facts = await factsOf(asked, result);
      printed.push({ result, sheets: [posterSheet(facts), reportSheet(facts)] });
    }
    const data = printed.map(({ result }) => ({
      unit: result.unit.code,
      service: result.service?.code ?? '',
      period: period.name,
      respondents: result.respondents,
      ikm: result.index?.ikm ?? null,
    }));
    const named = (one: SkmResult) =>
      ['skm', period.name, one.unit.code, one.service?.code].filter(Boolean).join('-');
    if (format === 'svg')
      return {
        data,
        files: printed.flatMap(({ result, sheets }) =>
          sheets.map((sheet, at) => ({
            name: `${named(result)}-${at + 1}.svg`,
            bytes: encoded(sheetSvg(sheet)),
          })),
        ),
      };
    const [only, more] = wanted;
    const title = wordsIn(locale).t('print.result.title');
    const bytes = await sheetsPdf(
      printed.flatMap(({ sheets }) => sheets),
      {
        title: only && !more ? `${title} · ${only.unit.name}` : `${title} · ${placeOf(city.agency)}`,
        author: city.agency.name,
        language: locale,
        at: now,
      },
    );
    return { data, files: [{ name: `${only && !more ? named(only) : `skm-${period.name}`}.pdf`, bytes }] };
  };
