import { html } from 'hono/html';
import { smallGroup } from '../../bot/domain/skm/hide-small.ts';
import type { PublicAward, PublicCategory } from '../../db/reads/award/public.ts';
import type { Words } from '../print/words.ts';
import { official } from '../public/performance-table.ts';

type Vote = NonNullable<PublicAward['vote']>;

const share = (name: unknown, { voters, voted }: { voters: number; voted: number }, { t }: Words) =>
  html`<tr><th scope="row">${name}</th><td class="n">${t('penghargaan.turnout.of', { count: voted, max: voters })}</td></tr>`;

const turnout = ({ turnout: shown }: PublicCategory, words: Words) => {
  const { t } = words;
  if (!shown) return '';
  const { offices, rest } = shown;
  return html`<details><summary>${t('penghargaan.turnout')}</summary>
    <table><thead><tr><th scope="col">${t('kinerja.column.unit')}</th><th scope="col" class="n">${t('penghargaan.turnout')}</th></tr></thead>
    <tbody>${offices.map((one) => share(official(one.office, words), one, words))}${rest ? share(t('penghargaan.turnout.rest', { count: rest.offices }), rest, words) : ''}</tbody></table>
    <p class="note">${t('penghargaan.turnout.note', { max: smallGroup })}</p></details>`;
};

const category = (one: PublicCategory, words: Words) => {
  const { t } = words;
  return html`<div class="card"><h3>${t(`award.category.${one.category}`)}</h3>
    ${one.candidates.length === 0 ? html`<p>${t('penghargaan.candidates.none')}</p>` : html`<ul class="plain">${one.candidates.map(({ name, unit }) => html`<li><b>${name}</b><br><span class="note">${official(unit, words)}</span></li>`)}</ul>`}
    ${turnout(one, words)}</div>`;
};

/** From the opening of the vote on: the roll by its number and hash, who may be chosen, and how many voted; never for whom. */
export const votePart = ({ rollHash, voters, categories }: Vote, words: Words) => {
  const { t, whole } = words;
  return html`<h2 id="calon">${t('penghargaan.candidates')}</h2>
    ${categories.map((one) => category(one, words))}
    <h2 id="pemilih">${t('penghargaan.roll')}</h2>
    <p>${voters === null ? t('penghargaan.roll.few', { max: smallGroup }) : t('penghargaan.roll.count', { count: { literal: whole(voters) } })}</p>
    <p class="note">${t('penghargaan.roll.hash')}<br><code>${rollHash}</code></p>`;
};
