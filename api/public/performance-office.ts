import { html } from 'hono/html';
import { elementName, elements } from '../../bot/domain/skm/elements.ts';
import { type Grade, performances } from '../../bot/domain/skm/grade.ts';
import type { SkmResult } from '../../bot/domain/skm/result.ts';
import { strongestAndWeakest } from '../../bot/domain/skm/strongest-and-weakest.ts';
import { source } from '../../bot/i18n/languages.ts';
import type { PublicOffice } from '../../db/reads/survey-public.ts';
import { fewestShown } from '../../db/show-fives.ts';
import { sampleWords } from '../print/sample-words.ts';
import type { Words } from '../print/words.ts';
import { bar } from './performance-strip.ts';
import { official, people, placeOf, resultTable } from './performance-table.ts';

/** A grade as letter, word and colour. */
export const chip = (grade: Grade, { t }: Words) =>
  html`<span class="chip ${grade}">${grade} · ${t(`skm.performance.${performances[grade]}`)}</span>`;

/** Whether as many answered as must; where the number of users is not known, nobody can say that they did not. */
export const isEnough = ({ needed, respondents }: SkmResult): boolean =>
  needed === null || respondents >= needed;

/** So many elements are named in words. */
const named = 2;

const weakest = ({ all, index }: SkmResult, { t, decimal }: Words): string => {
  const low = strongestAndWeakest(all).weakest.slice(0, named);
  if (low.length === 0) return t('print.result.alike');
  const each = low.map(
    (element) => `${t(elementName(element))} (${decimal(index?.elements[element]?.value ?? '')})`,
  );
  return t('print.result.weakest', { list: each.join(', ') });
};

const byElement = ({ index }: SkmResult, { t, decimal }: Words) => {
  const answered = elements.flatMap((element) => {
    const one = index?.elements[element];
    return one ? [{ element, ...one }] : [];
  });
  return html`<details><summary>${t('print.result.elements')}</summary>
      <ul class="unsur">${answered
        .toSorted((one, other) => Number(other.value) - Number(one.value))
        .map(
          ({ element, value, grade }) =>
            html`<li><p><span>${t(elementName(element))}</span> <b>${decimal(value)} ${grade}</b></p>${bar(value)}</li>`,
        )}</ul></details>`;
};

const byService = ({ services, waiting }: PublicOffice, words: Words) => {
  const { t } = words;
  const rest = waiting > 0 ? t('kinerja.services.waiting', { count: waiting, max: fewestShown }) : '';
  if (services.length === 0) return rest && html`<p class="note">${rest}</p>`;
  return html`<details><summary>${t('kinerja.services', { count: services.length })}</summary>
      ${resultTable(t('kinerja.column.service'), services, words)}
      ${rest && html`<p class="note">${rest}</p>`}</details>`;
};

const changed = ({ changes }: PublicOffice, words: Words) => {
  const { t, date } = words;
  if (changes.length === 0) return '';
  return html`<h4>${t('print.poster.changes')}</h4>
    <ul class="told">${changes.map(
      ({ said, done, on, service }) =>
        html`<li lang="${source}"><p>“${said}”</p><p><b>${done}</b></p><p class="note">${service ? `${service.name} · ` : ''}<time datetime="${on}" lang="${words.locale}">${date(on)}</time></p></li>`,
    )}</ul>`;
};

/** Of an office: its index as a number, what to mend most, its nine elements and services, what it changed, and the short question apart. */
export const officeCard = (office: PublicOffice, words: Words) => {
  const { t, decimal, whole } = words;
  const { whole: result, before, quick } = office;
  const { index } = result;
  if (!index) return '';
  return html`<section class="card" id="${placeOf(result)}">
    <h3>${official(result.unit.name, words)}</h3>
    <p class="figure"><strong>${decimal(index.ikm)}</strong> ${chip(index.grade, words)} <span>${people(result, words)}${before === undefined ? '' : `, ${t('kinerja.before', { number: decimal(before) })}`}</span></p>
    <p>${weakest(result, words)}</p>
    <p class="note">${sampleWords(result, words)}</p>
    ${byElement(result, words)}
    ${byService(office, words)}
    ${changed(office, words)}
    ${quick ? html`<p class="note">${t('kinerja.quick', { count: whole(quick.respondents), number: Math.round((100 * quick.good) / quick.respondents) })}</p>` : ''}
  </section>`;
};
