import { html } from 'hono/html';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import type { City } from '../../bot/ports.ts';
import type { PublicAward } from '../../db/reads/award/public.ts';
import type { PublicCycle } from '../../db/reads/award/public-files.ts';
import type { Words } from '../print/words.ts';
import { inLanguage } from '../trainings/in-language.ts';
import { minutesPart } from './minutes-part.ts';
import { placeOfCycle } from './receipt-page.ts';
import { recountPart } from './recount-part.ts';
import { resultPart } from './result-part.ts';
import { rulesPart } from './rules-part.ts';
import { standingWords, timeline } from './timeline.ts';
import { votePart } from './vote-part.ts';

/** What a cycle's page is made of; `url`: the service's public address. */
export type CyclePage = {
  shown: PublicAward;
  agency: Pick<City['agency'], 'name' | 'zone'>;
  today: LocalDate;
  url: string;
  cycles: readonly PublicCycle[];
};

const others = (cycles: readonly PublicCycle[], here: string | undefined, words: Words) => {
  const rest = cycles.filter(({ code }) => code !== here);
  return rest.length === 0
    ? ''
    : html`<h2>${words.t('penghargaan.all')}</h2><ul class="plain">${rest.map(({ code, title }) => html`<li><a href="${inLanguage(placeOfCycle(code), words)}">${title}</a></li>`)}</ul>`;
};

const receipts = (code: string, words: Words) => {
  const { t } = words;
  return html`<h2 id="bukti">${t('penghargaan.receipt')}</h2>
    <p>${t('penghargaan.receipt.lead')}</p>
    <p><a href="${inLanguage(`${placeOfCycle(code)}/bukti`, words)}">${t('penghargaan.receipt.check')}</a></p>`;
};

/** A cycle as everybody may see it: the result first once it is announced, else where it stands. */
export const cycleBody = ({ shown, agency, today, url, cycles }: CyclePage, words: Words) => {
  const { t } = words;
  const { award, vote, places, minutes, recount } = shown;
  const at = `${url}${placeOfCycle(award.code)}`;
  return html`<h1>${award.cycle.title}</h1>
    <p class="lead">${t('penghargaan.lead', { agency: { literal: agency.name } })}</p>
    ${places ? resultPart(places, award, words) : html`<p class="state">${standingWords(award, words)}</p>${vote ? html`<p>${t('penghargaan.hidden')}</p>` : ''}`}
    ${recount ? recountPart(recount, `${at}/bulletin.json`, words) : ''}
    ${timeline(award, today, words)}
    ${vote ? html`${votePart(vote, words)}${receipts(award.code, words)}` : ''}
    ${rulesPart({ cycle: award.cycle, rulesHash: award.rulesHash, file: `${at}/aturan.json` }, words)}
    ${minutesPart(minutes, agency.zone, words)}
    ${others(cycles, award.code, words)}`;
};

/** Where there is no such cycle; `known` are those there are. */
export const noCycleBody = (
  said: string,
  { agency, cycles }: Pick<CyclePage, 'agency' | 'cycles'>,
  words: Words,
) => html`<h1>${words.t('penghargaan.title')}</h1>
    <p class="lead">${words.t('penghargaan.lead', { agency: { literal: agency.name } })}</p>
    <p>${said}</p>
    ${others(cycles, undefined, words)}`;
