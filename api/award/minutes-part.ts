import { html } from 'hono/html';
import { localDate } from '../../bot/domain/local-date.ts';
import { source } from '../../bot/i18n/languages.ts';
import type { PublicMinute } from '../../db/reads/award/public.ts';
import type { Words } from '../print/words.ts';

/** The *berita acara*: what was changed or decided, when, by whom and why. */
export const minutesPart = (minutes: readonly PublicMinute[], zone: string, { t, date }: Words) => {
  if (minutes.length === 0) return '';
  return html`<h2 id="berita-acara">${t('penghargaan.minutes')}</h2>
    <ul class="told">${minutes.map(({ about, category, text, until, rollHash, by, at }) => {
      const day = localDate(at, zone);
      return html`<li><p><b>${t(`penghargaan.minute.${about}`)}</b>${category ? ` (${t(`award.category.${category}`)})` : ''}</p>${text === '' ? '' : html`<p lang="${source}">${text}</p>`}${until ? html`<p>${t('penghargaan.minute.until', { date: { literal: date(until) } })}</p>` : ''}${rollHash ? html`<p><code>${rollHash}</code></p>` : ''}<p class="note"><time datetime="${day}">${date(day)}</time>${by ? ` · ${by}` : ''}</p></li>`;
    })}</ul>`;
};
