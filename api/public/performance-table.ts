import { html } from 'hono/html';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import { source } from '../../bot/i18n/languages.ts';
import type { Words } from '../print/words.ts';

/** What an office wrote or is called, which is Indonesian on every page. */
export const official = (text: string, { locale }: Words) =>
  locale === source ? text : html`<span lang="${source}">${text}</span>`;

/** Where on the page an office is. */
export const placeOf = ({ unit }: Pick<SkmResult, 'unit'>): string => `kantor-${unit.code}`;

/** How many answered, kept on one line. */
export const people = ({ respondents }: Pick<SkmResult, 'respondents'>, { t, whole }: Words) =>
  html`<span class="people">${t('print.result.people', { count: whole(respondents) })}</span>`;

/** Results as a table of two columns, which a phone of 320 px holds. */
export const resultTable = (what: string, rows: readonly SkmResult[], words: Words) => {
  const { t, decimal } = words;
  return html`<table><thead><tr><th scope="col">${what}</th><th scope="col" class="n">${t('kinerja.column.ikm')}</th></tr></thead>
      <tbody>${rows.map(
        (row) =>
          html`<tr><th scope="row">${official((row.service ?? row.unit).name, words)}</th><td class="n"><b>${decimal(row.index?.ikm ?? '')} ${row.index?.grade ?? ''}</b><br>${people(row, words)}</td></tr>`,
      )}</tbody></table>`;
};
