import { html, raw } from 'hono/html';
import type { Persona } from '../personas.ts';
import type { Visit } from '../reader.ts';
import type { Chat } from '../visitor/chat.ts';
import { conversation } from './conversation.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';
import { keys } from './keys.ts';

const battery = raw(
  '<svg class="battery" viewBox="0 0 46 14" aria-hidden="true"><path d="M1 13h3V9H1zM7 13h3V6H7zM13 13h3V3h-3z"/><rect x="22" y="1.500" width="20" height="11" rx="3" fill="none" stroke="currentColor"/><rect x="24" y="3.500" width="13" height="7" rx="1.500"/><path d="M43.500 5v4c1.200-.3 1.800-1 1.800-2s-.6-1.700-1.800-2z"/></svg>',
);

const initials = (service: string): string =>
  service
    .split(' ')
    .map(([letter]) => letter ?? '')
    .join('')
    .slice(0, 2);

const dock = ({ t, link }: Visit, persona: Persona, blocked: boolean): Html =>
  blocked
    ? html`<form class="blocked" method="post" action="${link('/coba/kirim')}"><input type="hidden" name="as" value="${persona.key}">
        <p>${t('coba.blocked')}</p><button class="main" name="do" value="unblock">${t('coba.unblock')}</button></form>`
    : html`<form class="write" method="post" action="${link('/coba/kirim')}" data-act>
        <input type="hidden" name="as" value="${persona.key}"><input type="hidden" name="do" value="type">
        <button type="button" class="round" popovertarget="lampiran" aria-label="${t('coba.attach')}">${icon('clip')}</button>
        <label class="hidden" for="tulis">${t('coba.message')}</label>
        <input id="tulis" name="text" maxlength="4096" autocomplete="off" enterkeyhint="send" required lang="${persona.language}" placeholder="${t('coba.placeholder')}">
        <button class="round send" aria-label="${t('coba.send')}">${icon('send')}</button>
      </form>`;

/** The phone in the persona's hand. */
export const phoneView = (visit: Visit, persona: Persona, chat: Chat | undefined): Html => {
  const { hall, t, time } = visit;
  const { agency } = hall.city();
  const now = hall.clock.now();
  return html`<section class="phone" id="telepon" aria-label="${t('coba.phone', { name: persona.name })}">
    <div class="status"><time id="jam-telepon">${time.clock(now)}</time><span class="pill">${t('coba.simulation')}</span>${battery}</div>
    <header class="chat-head">
      <a class="corner" href="#pilihan">${icon('people')}<span class="hidden">${t('coba.options')}</span></a>
      <span class="avatar" aria-hidden="true">${initials(agency.service)}</span>
      <div class="who"><h2>${agency.service}</h2><p id="keadaan" data-online="${t('coba.online')}" data-typing="${t('coba.typing')}">${t('coba.online')}</p></div>
      <a class="corner" href="#layar">${icon('behind')}<span class="hidden">${t('coba.behind')}</span></a>
    </header>
    <div class="kawung" aria-hidden="true"></div>
    <div class="log" id="obrolan" role="log" aria-live="polite" tabindex="0" aria-label="${t('coba.conversation', { service: agency.service })}">
      <div id="isi">${conversation(visit, persona, chat)}</div>
      <div id="mengetik" class="typing" hidden><span></span><span></span><span></span></div>
      <div id="akhir"></div>
    </div>
    <div class="playing" id="putar" role="status" hidden></div>
    ${dock(visit, persona, chat?.isBlocked() ?? false)}
    <div id="tombol">${keys(visit, chat?.phone(), persona.key)}</div>
    <p class="toast" id="kabar" role="status" hidden></p>
  </section>`;
};
