import { html } from 'hono/html';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import type { WeightConvention } from '../../bot/domain/skm/ikm.ts';
import { periodBefore } from '../../bot/domain/skm/survey-period.ts';
import { source } from '../../bot/i18n/languages.ts';
import type { City } from '../../bot/ports.ts';
import type { PublicOffice, PublicSurvey } from '../../db/reads/survey-public.ts';
import { fewestShown } from '../../db/show-fives.ts';
import { bandsWords } from '../print/bands-words.ts';
import { periodWords } from '../print/period-words.ts';
import type { Words } from '../print/words.ts';
import { chip, isEnough, officeCard } from './performance-office.ts';
import { periodForm } from './performance-period.ts';
import { axis, strip } from './performance-strip.ts';
import { official, people, placeOf, resultTable } from './performance-table.ts';

/** What the page is made of; `notice`: a word about the period, where it is not quite the one that was asked for. */
export type Performance = {
  survey: PublicSurvey;
  agency: Pick<City['agency'], 'name' | 'service'>;
  weight: WeightConvention;
  /** Whether the pages of the award are in this house. */
  award: boolean;
  today: LocalDate;
  notice: 'unread' | 'widened' | undefined;
};

const named = ({ whole: { unit, index } }: PublicOffice, { t, decimal }: Words): string =>
  t('kinerja.named', { unit: unit.name, number: decimal(index?.ikm ?? ''), label: index?.grade ?? '' });

const finding = (ranked: readonly PublicOffice[], words: Words): string => {
  const { t } = words;
  const [first, last] = [ranked.at(0), ranked.at(-1)];
  if (!first || !last) return '';
  return first === last
    ? t('kinerja.finding.one', { from: named(first, words) })
    : t('kinerja.finding', { count: ranked.length, from: named(first, words), to: named(last, words) });
};

const dots = (survey: PublicSurvey, ranked: readonly PublicOffice[], words: Words) => {
  const { t, decimal } = words;
  const before = periodBefore(survey.period);
  const compared = before && ranked.some((office) => office.before !== undefined);
  return html`<div class="card plot">
    <p><b>${finding(ranked, words)}</b></p>
    ${axis()}
    <ul>${ranked.map(
      ({ whole, before }) =>
        html`<li><p class="who"><a href="#${placeOf(whole)}">${official(whole.unit.name, words)}</a> <span><b>${decimal(whole.index?.ikm ?? '')}</b> ${whole.index ? chip(whole.index.grade, words) : ''} ${people(whole, words)}</span></p>${strip({ now: whole.index?.ikm ?? '', before, enough: isEnough(whole) })}</li>`,
    )}</ul>
    <p class="note">${compared ? `${t('kinerja.dots', { to: periodWords(survey.period, words), from: periodWords(before, words) })} ` : ''}${ranked.every(({ whole }) => isEnough(whole)) ? '' : `${t('kinerja.grey')} `}${t('print.result.bands', { list: bandsWords(words) })}</p>
    <details><summary>${t('kinerja.table')}</summary>${resultTable(
      t('kinerja.column.unit'),
      ranked.map(({ whole }) => whole),
      words,
    )}</details>
  </div>`;
};

const data = ({ period }: PublicSurvey, { t }: Words) => {
  const asked = `?period=${encodeURIComponent(period.name)}`;
  const [before = '', behind = ''] = t('kinerja.data', { list: '|' }).split('|');
  return html`<p class="data">${before}<a href="/kinerja.csv${asked}">CSV</a>, <a href="/kinerja.json${asked}">JSON</a>${behind}</p>`;
};

const method = ({ survey, weight, award }: Performance, words: Words) => {
  const { t, date, locale } = words;
  const asked = locale === source ? '' : `?bahasa=${locale}`;
  return html`<h2>${t('print.result.method')}</h2>
    <p>${t('print.result.formula')} ${t(`print.result.weight.${weight}`)}</p>
    <p>${t('kinerja.moves', { max: fewestShown })}${survey.updated ? ` ${t('kinerja.updated', { date: date(survey.updated) })}` : ''}</p>
    ${data(survey, words)}
    <p><a href="/pelatihan${asked}">${t('pelatihan.title')}</a></p>
    ${award ? html`<p><a href="/penghargaan${asked}">${t('penghargaan.title')}</a></p>` : ''}`;
};

/** `/kinerja` as a page: how content people are with each office, from the best index down. */
export const performanceBody = (of: Performance, words: Words) => {
  const { survey, agency, today, notice } = of;
  const { t } = words;
  const period = periodWords(survey.period, words);
  const ranked = survey.offices.toSorted(
    (one, other) => Number(other.whole.index?.ikm) - Number(one.whole.index?.ikm),
  );
  return html`<h1>${t('kinerja.title')}</h1>
    <p class="lead">${t('kinerja.lead', { agency: agency.name })}</p>
    ${periodForm(survey.period, today, words)}
    ${notice ? html`<p role="status">${t(`kinerja.${notice}`, { period })}</p>` : ''}
    ${
      ranked.length > 0
        ? html`<h2>${t('kinerja.offices')} · ${period}</h2>${dots(survey, ranked, words)}${ranked.map((office) => officeCard(office, words))}`
        : html`<h2>${period}</h2><p>${t('kinerja.empty', { max: fewestShown, period })}</p><p>${t('kinerja.empty.do', { service: agency.service })}</p>`
    }
    ${survey.waiting > 0 && ranked.length > 0 ? html`<p class="note">${t('kinerja.waiting', { count: survey.waiting, max: fewestShown })}</p>` : ''}
    ${method(of, words)}`;
};
