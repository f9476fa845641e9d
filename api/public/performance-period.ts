import { html } from 'hono/html';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import {
  type Period,
  type PeriodLength,
  periodBefore,
  readPeriod,
  surveyPeriod,
} from '../../bot/domain/skm/survey-period.ts';
import { source } from '../../bot/i18n/languages.ts';
import { periodWords } from '../print/period-words.ts';
import type { Words } from '../print/words.ts';

/** The period somebody asked for; the running year where nobody did, or where it could not be read. */
export const askedPeriod = (
  said: string | undefined,
  today: LocalDate,
): { period: Period; unread: boolean } => {
  const read = said === undefined || said === '' ? undefined : readPeriod(said);
  return read && 'name' in read
    ? { period: read, unread: false }
    : { period: surveyPeriod(today, 'year'), unread: read !== undefined };
};

/** How many of each are offered, the running one first. */
const offered = [
  { length: 'year', count: 3, label: 'kinerja.years' },
  { length: 'semester', count: 4, label: 'kinerja.semesters' },
  { length: 'quarter', count: 6, label: 'kinerja.quarters' },
  { length: 'month', count: 13, label: 'kinerja.months' },
] as const;

const backFrom = (today: LocalDate, length: PeriodLength, count: number): Period[] => {
  const periods = [surveyPeriod(today, length)];
  while (periods.length < count) {
    const before = periodBefore(periods.at(-1) as Period);
    if (!before) break;
    periods.push(before);
  }
  return periods;
};

/** The choice of a period, as a form that works without scripts. */
export const periodForm = (chosen: Period, today: LocalDate, words: Words) => {
  const { t, locale } = words;
  const groups = offered.map(({ length, count, label }) => ({
    label,
    periods: backFrom(today, length, count),
  }));
  const known = groups.some(({ periods }) => periods.some(({ name }) => name === chosen.name));
  const option = (period: Period) =>
    html`<option value="${period.name}"${period.name === chosen.name ? html` selected` : ''}>${periodWords(period, words)}</option>`;
  return html`<form class="pick" action="/kinerja" method="get">
    <label for="periode">${t('kinerja.period')}</label>
    <select id="periode" name="periode">
      ${known ? '' : option(chosen)}
      ${groups.map(
        ({ label, periods }) => html`<optgroup label="${t(label)}">${periods.map(option)}</optgroup>`,
      )}
    </select>
    ${locale === source ? '' : html`<input type="hidden" name="bahasa" value="${locale}">`}
    <button>${t('kinerja.show')}</button>
  </form>`;
};
