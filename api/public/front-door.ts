import type { Context } from 'hono';
import { html } from 'hono/html';
import type { TextKey } from '../../bot/i18n/keys.ts';
import type { OpenHall } from '../hall.ts';
import type { Words } from '../print/words.ts';
import { inLanguage, wordsAsked } from '../trainings/in-language.ts';
import { firstDoors } from './chat-doors.ts';
import { page } from './page.ts';

const headers = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
};

const sheet = `
.rooms{list-style:none;margin:.5rem 0 1.5rem;padding:0;border-top:1px solid var(--line)}
.rooms a{display:block;padding:.75rem 0;border-bottom:1px solid var(--line);font-weight:700;line-height:24px}`;

/** What anybody may look at, and the name on its door. */
const rooms = [
  ['/lacak', 'lacak.title'],
  ['/kinerja', 'kinerja.title'],
  ['/penghargaan', 'penghargaan.title'],
  ['/pelatihan', 'pelatihan.title'],
  ['/sertifikat', 'sertifikat.title'],
  ['/privasi', 'privacy.title'],
] as const satisfies readonly (readonly [path: string, title: TextKey])[];

/** Rooms that not every service has. */
const besides: readonly string[] = ['/penghargaan', '/sertifikat'];

const isReader = (c: Context): boolean => c.req.header('accept')?.includes('text/html') === true;

/**
 * The service's front door: `home` says what it is and leads into its chats and open rooms, `lost` answers an address where
 * nothing is with the same doors, `broken` a fault of ours. Programs, which ask for no page, get a line of text. `there`: the paths
 * of the rooms that this service has besides the usual ones.
 */
export const frontDoor = ({ city }: Pick<OpenHall, 'city'>, there: readonly string[]) => {
  const open = rooms.filter(([path]) => !besides.includes(path) || there.includes(path));
  const doors = ({ t, locale }: Words) => html`<h2>${t('home.rooms')}</h2>
    <ul class="rooms">${open.map(([path, title]) => html`<li><a href="${inLanguage(path, { locale })}">${t(title)}</a></li>`)}</ul>`;

  const home = (c: Context) => {
    const words = wordsAsked(c.req.query('bahasa'));
    const { agency, doors: chats } = city();
    const body = html`<h1>${agency.service}</h1>
      <p class="lead">${words.t('home.lead', { agency: agency.name })}</p>
      ${firstDoors(chats, words.t)}
      ${doors(words)}`;
    return c.html(page({ locale: words.locale, title: agency.service, body, more: sheet }), 200, headers);
  };

  const lost = (c: Context) => {
    if (!isReader(c)) return c.text('not found', 404);
    const words = wordsAsked(c.req.query('bahasa'));
    const title = words.t('lost.title');
    const body = html`<h1>${title}</h1><p class="lead">${words.t('lost.lead')}</p>${doors(words)}`;
    return c.html(page({ locale: words.locale, title, body, more: sheet }), 404, headers);
  };

  const broken = (c: Context) => {
    if (!isReader(c)) return c.text('something went wrong here', 500);
    const { t, locale } = wordsAsked(c.req.query('bahasa'));
    const title = t('broken.title');
    const body = html`<h1>${title}</h1><p class="lead">${t('broken.lead')}</p>`;
    return c.html(page({ locale, title, body }), 500, headers);
  };

  return { home, lost, broken };
};
