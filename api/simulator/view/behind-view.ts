import { html } from 'hono/html';
import type { Persona } from '../personas.ts';
import type { Visit } from '../reader.ts';
import type { Chat } from '../visitor/chat.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';
import { lineView } from './line-view.ts';
import { windowView } from './window-view.ts';

/** The right side: what the service did with each message, and which calls it made. */
export const behindView = (visit: Visit, persona: Persona, chat: Chat | undefined): Html => {
  const { t, link } = visit;
  const copied = link(`/coba/uji?as=${persona.key}`);
  return html`<section class="side behind" id="layar" aria-labelledby="layar-judul">
    <a class="back" href="#telepon">${icon('close')}${t('coba.back-to-chat')}</a>
    <div class="title"><h2 id="layar-judul">${t('coba.behind')}</h2>
      <a class="button plain" href="${copied}" data-copy-from="${copied}">${icon('copy')}${t('coba.copy-test')}</a></div>
    ${windowView(visit, persona, chat)}
    <p class="small empty">${t('coba.behind.empty')}</p>
    <ol id="baris" tabindex="0" aria-label="${t('coba.behind')}">${(chat?.lines() ?? []).map((line) => lineView(visit, line))}</ol>
  </section>`;
};
