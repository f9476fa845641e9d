import { Hono } from 'hono';
import { html } from 'hono/html';
import { spokenPeriod } from '../../bot/domain/retention.ts';
import type { TextKey } from '../../bot/i18n/keys.ts';
import { isLanguage, source } from '../../bot/i18n/languages.ts';
import { translate } from '../../bot/i18n/translate.ts';
import { toldRules } from '../../db/retention/told-rules.ts';
import type { OpenHall } from '../hall.ts';
import { page } from './page.ts';

const sections = ['what', 'why', 'who', 'where', 'long', 'rights'] as const;

type Say = (key: TextKey, blanks?: Record<string, string>) => string;

/** What is kept and until when, out of the rules that the nightly job carries out: the page cannot say anything else. */
const kept = (t: Say) =>
  html`<dl>${toldRules.map(({ told, days, after, end }) => {
    const { count, unit } = spokenPeriod(days);
    const period = t(`privacy.after.${after}`, { period: t(`privacy.${unit}`, { count: String(count) }) });
    return html`<dt>${t(`privacy.keep.${told}`)}</dt><dd>${period}, ${t(`privacy.then.${end}`)}</dd>`;
  })}</dl>`;

/** `/privasi`: the whole privacy notice that the chat links to (UU 27/2022 art. 5 and 21). */
export const privacyPage = ({ city }: Pick<OpenHall, 'city'>): Hono =>
  new Hono().get('/', (c) => {
    const asked = c.req.query('bahasa') ?? source;
    const locale = isLanguage(asked) ? asked : source;
    const { agency } = city();
    const t: Say = (key, blanks) => translate(locale, blanks ? { key, with: blanks } : { key });
    const { contact } = agency.settings;
    return c.html(
      page({
        locale,
        title: t('privacy.title'),
        body: html`<h1>${t('privacy.title')}</h1>
          <p class="lead">${t('privacy.lead', { service: agency.service, agency: agency.name })}</p>
          ${sections.map(
            (name) =>
              html`<h2>${t(`privacy.${name}.title`)}</h2>
                <p>${t(`privacy.${name}`, { agency: agency.name, address: contact.address, email: contact.email, phone: contact.phone })}</p>
                ${name === 'long' ? kept(t) : ''}`,
          )}`,
      }),
    );
  });
