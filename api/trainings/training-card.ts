import { html } from 'hono/html';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import { jpText } from '../../bot/domain/training/jp.ts';
import { completionDue, type Training } from '../../bot/domain/training/training.ts';
import type { PublicTraining } from '../../db/reads/training/public.ts';
import type { Words } from '../print/words.ts';
import { official } from '../public/performance-table.ts';
import { inLanguage } from './in-language.ts';

/** Where a training's calendar file lies. */
export const calendarOf = ({ code }: Pick<Training, 'code'>): string =>
  `/pelatihan/${encodeURIComponent(code)}.ics`;

export const providerOf = (slug: string): string => `/pelatihan/penyedia/${encodeURIComponent(slug)}`;

const day = (on: LocalDate, { date }: Words) => html`<time datetime="${on}">${date(on)}</time>`;

/** Whether there is a day to put into a calendar. */
const hasDays = (training: Training): boolean =>
  [training.startsOn, training.registerBy, completionDue(training)].some((day) => day !== null);

/** From a day to a day, or the one. */
const span = ({ startsOn, endsOn }: Training, words: Words) => {
  if (startsOn === null) return '';
  if (endsOn === null || endsOn === startsOn) return day(startsOn, words);
  const [before = '', between = '', behind = ''] = words
    .t('pelatihan.until', { from: { literal: '|' }, to: { literal: '|' } })
    .split('|');
  return html`${before}${day(startsOn, words)}${between}${day(endsOn, words)}${behind}`;
};

type Shown = string | ReturnType<typeof html>;

const row = (label: string, value: Shown) =>
  value === '' ? '' : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

const seats = (left: number | null, { t, whole }: Words): string => {
  if (left === null) return '';
  return left === 0 ? t('pelatihan.seats.none') : whole(left);
};

/** Only addresses of the web; a file may hold anything. */
const isWeb = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url);

/** A training as everybody may know it; `provider`: whether it is named, as it is not on its own page. */
export const trainingCard = (
  { training, slug, offered, left }: PublicTraining,
  words: Words,
  { provider }: { provider: boolean },
) => {
  const { t, decimal } = words;
  const { title, form, jp, startsOn, endsOn, registerBy, place, sponsor, url } = training;
  const due = completionDue(training);
  return html`<li class="card">
    <h3>${official(title, words)}</h3>
    <dl class="facts">
      ${provider ? row(t('pelatihan.provider'), html`<a href="${inLanguage(providerOf(slug), words)}">${official(training.provider, words)}</a>`) : ''}
      ${row(t('pelatihan.jp'), `${t(`training.form.${form}`)}${jp > 0 ? `, ${t('ics.jp', { number: decimal(jpText(jp)) })}` : ''}`)}
      ${row(t('pelatihan.days'), span(training, words))}
      ${row(t('pelatihan.register-by'), offered && registerBy !== null ? day(registerBy, words) : '')}
      ${row(t('pelatihan.complete-by'), due !== null && due !== (endsOn ?? startsOn) ? day(due, words) : '')}
      ${row(t('pelatihan.place'), place === null ? '' : official(place, words))}
      ${row(t('pelatihan.seats'), offered ? seats(left, words) : '')}
      ${row(t('pelatihan.sponsor'), sponsor === null ? '' : official(sponsor, words))}
    </dl>
    <p class="links">${offered ? '' : html`<span class="note">${t('pelatihan.past')}</span>`}${offered && hasDays(training) ? html`<a href="${calendarOf(training)}">${t('pelatihan.calendar')} (.ics)<span class="unseen">: ${title}</span></a>` : ''}${isWeb(url) ? html` <a href="${url}" rel="noopener noreferrer">${t('pelatihan.site')}<span class="unseen">: ${title}</span></a>` : ''}</p>
  </li>`;
};
