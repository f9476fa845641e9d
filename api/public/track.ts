import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { localDate } from '../../bot/domain/local-date.ts';
import { may } from '../../bot/domain/permissions/may.ts';
import { scopeOf } from '../../bot/domain/permissions/scope.ts';
import { isGranted } from '../../bot/domain/permissions/verdict.ts';
import { isOpen } from '../../bot/domain/report-state.ts';
import { readTicket } from '../../bot/domain/ticket.ts';
import type { TextKey } from '../../bot/i18n/keys.ts';
import { isLanguage, source } from '../../bot/i18n/languages.ts';
import { translate } from '../../bot/i18n/translate.ts';
import { type PublicReport, publicReport } from '../../db/reads/public-report.ts';
import type { OpenHall } from '../hall.ts';
import { followDoors } from './chat-doors.ts';
import { clientAddress } from './client-address.ts';
import { createGuessLimit } from './guess-limit.ts';
import { page } from './page.ts';
import { published } from './published.ts';
import { stepBar } from './step-bar.ts';

const retryAfterSeconds = '60';

/** Headers of a page with a ticket number in its address: not kept, not indexed, not told to the next site. */
const discreet = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** What a stranger may see, by the permission table: whether it is known at all, and its way where its text could ever be public. */
const partsFor = (report: PublicReport) => {
  const on = scopeOf('stranger', report, {});
  return {
    status: isGranted(may('stranger', 'see-status', on)),
    story: isGranted(may('stranger', 'see-text', on), ['when-approved']),
  };
};

type Page = { locale: string; t: (key: TextKey, blanks?: Record<string, string>) => string };

const speaker = (c: Context): Page => {
  const asked = c.req.query('bahasa') ?? source;
  const locale = isLanguage(asked) ? asked : source;
  return { locale, t: (key, blanks) => translate(locale, blanks ? { key, with: blanks } : { key }) };
};

const day = (locale: string, date: string) =>
  html`<time datetime="${date}">${translate(locale, { date })}</time>`;

const search = ({ t, locale }: Page, said?: string) => html`<form action="/lacak" method="get" role="search">
    ${said ? html`<p id="kabar" role="status">${said}</p>` : ''}
    <label for="nomor">${t('lacak.number')}</label>
    <input id="nomor" name="nomor" autocomplete="off" autocapitalize="characters" spellcheck="false" required ${said ? html`aria-describedby="kabar"` : ''}>
    <input type="hidden" name="bahasa" value="${locale}">
    <button>${t('lacak.find')}</button>
  </form>`;

/** The first news has come; its day is no longer a promise. */
const isAnswered = ({ events }: PublicReport): boolean =>
  events.some(({ action }) => action === 'answer' || action === 'finish');

const story = (report: PublicReport, { locale, t }: Page, zone: string) => html`<dl>
      <dt>${t('lacak.category')}</dt><dd>${report.category}</dd>
      <dt>${t('lacak.unit')}</dt><dd>${report.unit}</dd>
      ${isOpen(report.state) && !isAnswered(report) ? html`<dt>${t('lacak.due')}</dt><dd>${day(locale, report.due)}</dd>` : ''}
    </dl>
    <h2>${t('lacak.story')}</h2>
    <ol class="story">${report.events.map(
      ({ at, action, blanks }) =>
        html`<li>${day(locale, localDate(new Date(at), zone))} ${t(
          `event.${action}`,
          Object.fromEntries(
            Object.entries(blanks).map(([name, value]) => [
              name,
              name === 'date' ? translate(locale, { date: String(value) }) : String(value),
            ]),
          ),
        )}</li>`,
    )}</ol>`;

/**
 * `/lacak/TICKET`: follow a report without an account. State, office, promise and timeline without persons, and what of
 * its words and photos a person approved, each photo at an address that holds its random id; of a
 * *Tertutup* one the state only; a sensitive one is as unknown as a number nobody has.
 */
export const trackPage = ({ city, database, photo }: Pick<OpenHall, 'city' | 'database' | 'photo'>): Hono => {
  const limit = createGuessLimit();
  const shown = (c: Context, body: ReturnType<typeof html>, status: 200 | 404 | 429 = 200) => {
    const { locale, t } = speaker(c);
    if (status === 429) c.header('retry-after', retryAfterSeconds);
    for (const [name, value] of Object.entries(discreet)) c.header(name, value);
    return c.html(page({ locale, title: t('lacak.title'), body }), status);
  };
  const asking = (c: Context, said?: string, status?: 404 | 429) => {
    const words = speaker(c);
    const { t } = words;
    return shown(
      c,
      html`<h1>${t('lacak.title')}</h1><p class="lead">${t('lacak.lead')}</p>${search(words, said)}`,
      status,
    );
  };

  return new Hono()
    .get('/', (c) => {
      const typed = c.req.query('nomor')?.trim();
      if (!typed) return asking(c);
      const ticket = readTicket(typed, city().agency.prefix) ?? typed.toUpperCase();
      const { locale } = speaker(c);
      return c.redirect(
        `/lacak/${encodeURIComponent(ticket)}${locale === source ? '' : `?bahasa=${locale}`}`,
      );
    })
    .get('/:ticket/foto/:id', async (c) => {
      const address = clientAddress(c);
      if (limit.mustWait(address)) return c.body(null, 429, { 'retry-after': retryAfterSeconds });
      const ticket = readTicket(c.req.param('ticket'), city().agency.prefix);
      const report = ticket ? await publicReport(database, ticket) : undefined;
      const shows = report && partsFor(report).story ? report.photos : [];
      const bytes = shows.some(({ id }) => id === c.req.param('id')) ? await photo(c.req.param('id')) : null;
      if (bytes) return c.body(new Uint8Array(bytes), 200, { ...discreet, 'content-type': 'image/jpeg' });
      limit.miss(address);
      return c.body(null, 404, discreet);
    })
    .get('/:ticket', async (c) => {
      const words = speaker(c);
      const { t } = words;
      const address = clientAddress(c);
      if (limit.mustWait(address)) return asking(c, t('lacak.slow'), 429);
      const { prefix, zone } = city().agency;
      const ticket = readTicket(c.req.param('ticket'), prefix);
      const report = ticket ? await publicReport(database, ticket) : undefined;
      const parts = report && partsFor(report);
      if (!report || !parts?.status) {
        limit.miss(address);
        return asking(c, t('lacak.unknown'), 404);
      }
      return shown(
        c,
        html`<h1>${t('lacak.report', { ticket: report.ticket })}</h1>
          <p class="state">${t(`state.${report.state}`)}</p>
          ${stepBar(report.state, t)}
          ${parts.story ? html`${published(report, t)}${story(report, words, zone)}` : html`<p class="lead">${t('lacak.closed')}</p>`}
          ${isOpen(report.state) ? followDoors(report.ticket, city().doors, t) : ''}
          <p><a href="/lacak">${t('lacak.another')}</a></p>`,
      );
    });
};
