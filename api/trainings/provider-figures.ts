import { html } from 'hono/html';
import { reviewQuestions } from '../../bot/domain/training/training-review.ts';
import type { PublicProvider } from '../../db/reads/training/public.ts';
import { fewestShown } from '../../db/show-fives.ts';
import type { Words } from '../print/words.ts';
import { bar } from '../public/performance-strip.ts';

/** The bar's scale begins at 25, as that of the survey's elements does: there, too, four answers are worth 1 to 4. */
const drawn = (value: string): string => String(Number(value) * 25);

/** What everybody may know of a provider: how often its trainings were finished, the four averages, and how many use it at work; nothing from fewer than five. */
export const providerFigures = ({ done, review, used }: PublicProvider, { t, decimal, whole }: Words) =>
  html`<section class="card">
    <p>${done === null ? t('pelatihan.done.few', { max: fewestShown }) : t('pelatihan.done', { count: whole(done) })}</p>
    <h2>${t('pelatihan.review')}</h2>
    ${
      review === null
        ? html`<p>${t('pelatihan.review.few', { max: fewestShown })}</p>`
        : html`<p>${t('pelatihan.review.from', { count: whole(review.answers) })}</p>
    <ul class="unsur">${reviewQuestions.map((question) => {
      const value = review.averages[question];
      return html`<li><p><span>${t(`pelatihan.review.${question}`)}</span> <b>${t('pelatihan.value', { value: decimal(value) })}</b></p>${bar(drawn(value))}</li>`;
    })}</ul>`
    }
    ${used === null ? '' : html`<p>${t('pelatihan.used', { value: used.percent, count: whole(used.answers) })}</p>`}
    <p class="note">${t('pelatihan.review.moves', { max: fewestShown })}</p>
  </section>`;
