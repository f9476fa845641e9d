import { html } from 'hono/html';
import { fraction, halfUp, readDecimal, sum } from '../../bot/domain/skm/fraction.ts';
import { reviewQuestions } from '../../bot/domain/training/training-review.ts';
import type { City } from '../../bot/ports.ts';
import type { PublicProvider, PublicTrainings } from '../../db/reads/training/public.ts';
import type { Words } from '../print/words.ts';
import { official } from '../public/performance-table.ts';
import { inLanguage } from './in-language.ts';
import { providerFigures } from './provider-figures.ts';
import { providerOf, trainingCard } from './training-card.ts';

/** The mean of the four averages, which are each of the same answers. */
const overall = ({ averages }: NonNullable<PublicProvider['review']>): string => {
  const { over, under } = sum(reviewQuestions.map((question) => readDecimal(averages[question])));
  return halfUp(fraction(over, under * BigInt(reviewQuestions.length)), 2);
};

const providerLine = ({ slug, name, review }: PublicProvider, words: Words) => {
  const { t, decimal, whole } = words;
  const figure =
    review && t('pelatihan.short', { value: decimal(overall(review)), count: whole(review.answers) });
  return html`<li><a href="${inLanguage(providerOf(slug), words)}">${official(name, words)}</a>${figure ? html` <span class="note">${figure}</span>` : ''}</li>`;
};

const data = ({ t }: Words) => {
  const [before = '', behind = ''] = t('pelatihan.data', { list: { literal: '|' } }).split('|');
  return html`<p class="data">${before}<a href="/pelatihan.json">JSON</a>${behind}</p>`;
};

/** `/pelatihan`: what is open to the staff, and who provides it. */
export const trainingsBody = (
  { trainings, providers }: PublicTrainings,
  { name, service }: Pick<City['agency'], 'name' | 'service'>,
  words: Words,
) => {
  const { t } = words;
  const open = trainings.filter(({ offered }) => offered);
  return html`<h1>${t('pelatihan.title')}</h1>
    <p class="lead">${t('pelatihan.lead', { agency: { literal: name } })}</p>
    <h2>${t('pelatihan.open')}</h2>
    ${open.length === 0 ? html`<p>${t('pelatihan.none')}</p>` : html`<ul class="cards">${open.map((one) => trainingCard(one, words, { provider: true }))}</ul>`}
    <p>${t('pelatihan.how', { service: { literal: service } })}</p>
    ${providers.length === 0 ? '' : html`<h2>${t('pelatihan.providers')}</h2><ul class="plain">${providers.map((one) => providerLine(one, words))}</ul>`}
    ${data(words)}`;
};

/** `/pelatihan/penyedia/SLUG`: what people think of one provider, and all its trainings. */
export const providerBody = (provider: PublicProvider, { trainings }: PublicTrainings, words: Words) => {
  const { t } = words;
  const own = trainings.filter(({ slug }) => slug === provider.slug);
  const ordered = [
    ...own.filter(({ offered }) => offered),
    ...own.filter(({ offered }) => !offered).toReversed(),
  ];
  return html`<p><a href="${inLanguage('/pelatihan', words)}">${t('pelatihan.all')}</a></p>
    <h1>${official(provider.name, words)}</h1>
    ${providerFigures(provider, words)}
    <h2>${t('pelatihan.title')}</h2>
    <ul class="cards">${ordered.map((one) => trainingCard(one, words, { provider: false }))}</ul>`;
};

/** A provider that nobody has. */
export const unknownProvider = (words: Words) =>
  html`<h1>${words.t('pelatihan.providers')}</h1><p>${words.t('pelatihan.unknown')}</p>
    <p><a href="${inLanguage('/pelatihan', words)}">${words.t('pelatihan.all')}</a></p>`;
