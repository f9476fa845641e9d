import { html } from 'hono/html';
import type { PublicReceipts } from '../../db/reads/award/public-files.ts';
import type { Words } from '../print/words.ts';
import { inLanguage } from '../trainings/in-language.ts';

/** Where a cycle stands on our pages. */
export const placeOfCycle = (code: string): string => `/penghargaan/${encodeURIComponent(code)}`;

/** A form for a receipt's code. It is posted: in an address the code would stand in histories and logs. */
export const receiptForm = (code: string, { t, locale }: Words, said?: string) =>
  html`<form action="${placeOfCycle(code)}/bukti" method="post">
    ${said ? html`<p id="kabar" role="status">${said}</p>` : ''}
    <label for="kode">${t('penghargaan.receipt.code')}</label>
    <input id="kode" name="kode" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" required ${said ? html`aria-describedby="kabar"` : ''}>
    <input type="hidden" name="bahasa" value="${locale}">
    <button>${t('penghargaan.receipt.check')}</button>
  </form>`;

/** `/penghargaan/CODE/bukti`: whether a receipt is listed, and the hashes of all of them once the vote is closed. */
export const receiptBody = (
  {
    code,
    title,
    receipts,
    closed,
    said,
  }: { code: string; title: string; receipts: readonly PublicReceipts[]; closed: boolean; said?: string },
  words: Words,
) => {
  const { t, whole } = words;
  return html`<p><a href="${inLanguage(placeOfCycle(code), words)}">${title}</a></p>
    <h1>${t('penghargaan.receipt')}</h1>
    <p class="lead">${t('penghargaan.receipt.lead')}</p>
    ${receiptForm(code, words, said)}
    ${closed ? '' : html`<p class="note">${t('penghargaan.receipt.later')}</p>`}
    ${receipts.map(
      ({ category, hashes }) =>
        html`<details><summary>${t('penghargaan.receipt.list', { category: t(`award.category.${category}`), count: { literal: whole(hashes.length) } })}</summary><ol class="hashes">${hashes.map((hash) => html`<li><code>${hash}</code></li>`)}</ol></details>`,
    )}`;
};
