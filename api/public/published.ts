import { html } from 'hono/html';
import { publicPieces } from '../../bot/domain/public-words.ts';
import type { TextKey } from '../../bot/i18n/keys.ts';
import type { PublicReport } from '../../db/reads/public-report.ts';

/** What a person approved of a report for everybody: its words, with masks in the reader's language, and its photos. */
export const published = (
  { ticket, words, photos }: Pick<PublicReport, 'ticket' | 'words' | 'photos'>,
  t: (key: TextKey) => string,
) =>
  html`${
    words
      ? html`<h2>${t('lacak.words')}</h2><p class="words">${publicPieces(words)
          .map((piece) => (typeof piece === 'string' ? piece : t(`mask.${piece.masked}`)))
          .join('')}</p>`
      : ''
  }${photos.map(
    ({ id, after }) =>
      html`<img src="/lacak/${ticket}/foto/${id}" alt="${t(after ? 'lacak.photo-after' : 'lacak.photo')}" loading="lazy">`,
  )}`;
