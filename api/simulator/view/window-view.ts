import { html } from 'hono/html';
import type { Persona } from '../personas.ts';
import type { Visit } from '../reader.ts';
import type { Chat } from '../visitor/chat.ts';
import type { Html } from './html.ts';

const windowMs = 24 * 3_600_000;

/** Until when the service may write freely in this chat: a day after the person's last word. */
const openUntil = (chat: Chat | undefined): Date | undefined => {
  const last = chat
    ?.phone()
    .messages()
    .findLast(({ from }) => from === 'person');
  return last && new Date(last.date * 1000 + windowMs);
};

/** How the window stands now. */
export const windowState = ({ hall, skin, t, time }: Visit, chat: Chat | undefined): string => {
  const until = openUntil(chat);
  if (!until) return t('coba.window.empty');
  if (until > hall.clock.now())
    return t('coba.window.open', { until: `${time.day(until)}, ${time.clock(until)}` });
  return t(skin === 'teks' ? 'coba.window.waits' : 'coba.window.closed');
};

/** WhatsApp's 24-hour window, and the button that lets it close. Telegram has none. */
export const windowView = (visit: Visit, { key }: Persona, chat: Chat | undefined): Html => {
  const { skin, t, link } = visit;
  if (skin === 'telegram') return html``;
  return html`<form class="window" method="post" action="${link('/coba/jam')}" data-act aria-labelledby="jendela-judul"><input type="hidden" name="as" value="${key}">
    <h3 id="jendela-judul">${t('coba.window')}</h3>
    <p class="small" id="jendela" role="status">${windowState(visit, chat)}</p>
    <button class="plain" name="by" value="window">${t('coba.window.pass')}</button>
    <p class="small">${t('coba.window.hint')}</p>
  </form>`;
};
