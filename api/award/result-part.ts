import { html } from 'hono/html';
import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import { type AwardNow, phaseEnds } from '../../bot/domain/award/award-now.ts';
import type { PublishedScore } from '../../bot/domain/award/published-score.ts';
import { criteria } from '../../bot/domain/award/score-rules.ts';
import { isPast } from '../../bot/domain/award/standing.ts';
import { smallGroup } from '../../bot/domain/skm/hide-small.ts';
import type { PublicPlace } from '../../db/reads/award/public-places.ts';
import type { Words } from '../print/words.ts';
import { official } from '../public/performance-table.ts';

const decidedBy = ({ by }: PublishedScore, { t }: Words): string => {
  switch (by) {
    case 'total':
      return '';
    case 'tie':
      return t('penghargaan.result.tie');
    default:
      return t('penghargaan.result.by', { what: t(`penghargaan.tie.${by}`) });
  }
};

const parts = (score: PublishedScore, { cycle }: AwardNow, words: Words) => {
  const { t, decimal } = words;
  const { for: got, of } = score.votes;
  const by = decidedBy(score, words);
  return html`<table><tbody>${criteria.map(
    (name) =>
      html`<tr><th scope="row">${t(`penghargaan.criterion.${name}`)} <span class="note">${cycle.score.weights[name]}%</span></th><td class="n">${decimal(score.parts[name])}</td></tr>`,
  )}<tr><th scope="row">${t('penghargaan.column.votes')}</th><td class="n">${of === 0 ? '–' : t('penghargaan.turnout.of', { count: got, max: of })}</td></tr><tr><th scope="row"><b>${t('penghargaan.column.total')}</b></th><td class="n"><b>${decimal(score.total)}</b></td></tr></tbody></table>${by === '' ? '' : html`<p class="note">${by}</p>`}`;
};

const place = (one: PublicPlace, award: AwardNow, words: Words) => {
  const { t, decimal } = words;
  return html`<li><span class="sum">${one.score ? decimal(one.score.total) : ''}</span><h4>${one.place}. ${one.name}</h4>
    <p class="note">${official(one.unit, words)}${one.won ? html` · <b>${t('penghargaan.winner')}</b>` : ''}</p>
    ${one.score ? parts(one.score, award, words) : ''}</li>`;
};

const category = (name: AwardCategory, places: readonly PublicPlace[], award: AwardNow, words: Words) => {
  const { t } = words;
  const few = places.some(({ score }) => score === null);
  return html`<div class="card"><h3>${t(`award.category.${name}`)}</h3>
    ${places.length === 0 ? html`<p>${t('penghargaan.candidates.none')}</p>` : html`<ol class="places">${places.map((one) => place(one, award, words))}</ol>`}
    ${few ? html`<p class="note">${t('penghargaan.result.few', { max: smallGroup })}</p>` : ''}</div>`;
};

const state = (award: AwardNow, { t, date }: Words): string => {
  if (award.decided) return t('penghargaan.now.decided');
  return isPast(award.standing, 'masa_sanggah')
    ? t('penghargaan.result.waiting')
    : t('penghargaan.result.provisional', { date: { literal: date(phaseEnds(award, 'masa_sanggah')) } });
};

/** The announced ranking of each category with every part that it was counted from. */
export const resultPart = (places: readonly PublicPlace[], award: AwardNow, words: Words) => {
  const { t } = words;
  return html`<h2 id="hasil">${t('penghargaan.result')}</h2>
    <p role="status">${state(award, words)}</p>
    ${award.cycle.categories.map((name) =>
      category(
        name,
        places.filter((one) => one.category === name),
        award,
        words,
      ),
    )}
    <p class="note">${t('penghargaan.formula')}</p>`;
};
