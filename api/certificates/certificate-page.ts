import { html } from 'hono/html';
import type { Words } from '../print/words.ts';
import { inLanguage } from '../trainings/in-language.ts';
import type { CertificateFacts } from './certificate-sheet.ts';

/** Where a certificate is confirmed. */
export const placeOfCertificate = (number: string): string => `/sertifikat/${encodeURIComponent(number)}`;

/** A number that is typed; `said`: why the one before was not confirmed. */
export const askNumber = ({ t, locale }: Words, said?: string) => html`<h1>${t('sertifikat.title')}</h1>
    ${said ? html`<p id="kabar" role="status">${said}</p>` : html`<p class="lead">${t('sertifikat.lead')}</p>`}
    <form action="/sertifikat" method="get" role="search">
      <label for="nomor">${t('sertifikat.number')}</label>
      <input id="nomor" name="nomor" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60" required ${said ? html`aria-describedby="kabar"` : ''}>
      <input type="hidden" name="bahasa" value="${locale}">
      <button>${t('lacak.find')}</button>
    </form>`;

/** What is confirmed of a certificate, and the certificate itself for whoever has its number. */
export const confirmed = ({ number, name, title, lines, date, agency }: CertificateFacts, words: Words) => {
  const { t, date: dayOf } = words;
  const [before = '', behind = ''] = t('sertifikat.download', { list: { literal: '|' } }).split('|');
  const file = placeOfCertificate(number);
  return html`<h1>${title}</h1>
    <p class="state" role="status">${t('sertifikat.valid')}</p>
    <dl>
      <dt>${t('sertifikat.name')}</dt><dd class="words"><b>${name}</b></dd>
      <dt>${t('sertifikat.for')}</dt>${lines.map((line) => html`<dd class="words">${line}</dd>`)}
      <dt>${t('sertifikat.number')}</dt><dd>${number}</dd>
      <dt>${t('sertifikat.date')}</dt><dd><time datetime="${date}">${dayOf(date)}</time>, ${agency}</dd>
    </dl>
    <p>${before}<a href="${inLanguage(`${file}.pdf`, words)}">PDF</a>, <a href="${inLanguage(`${file}.png`, words)}">PNG</a>${behind}</p>`;
};
