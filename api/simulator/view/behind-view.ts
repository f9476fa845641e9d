import { html } from 'hono/html';
import type { Room } from '../app.ts';
import type { Persona } from '../personas.ts';
import type { Chat } from '../visitor/chat.ts';
import { words } from '../words.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';
import { lineView } from './line-view.ts';
import { localTime } from './local-time.ts';

/** The right side: what the service did with each message, and which calls it made. */
export const behindView = ({ hall }: Room, { key }: Persona, chat: Chat | undefined): Html => {
  const time = localTime(hall.city().agency.zone);
  return html`<section class="side behind" id="layar" aria-labelledby="layar-judul">
    <a class="back" href="#telepon">${icon('close')}${words.backToChat}</a>
    <div class="title"><h2 id="layar-judul">${words.behind}</h2>
      <a class="button plain" href="/coba/uji?as=${key}" data-copy-from="/coba/uji?as=${key}">${icon('copy')}${words.copyTest}</a></div>
    <p class="small empty">${words.behindEmpty}</p>
    <ol id="baris" tabindex="0" aria-label="${words.behind}">${(chat?.lines() ?? []).map((line) => lineView(line, time))}</ol>
  </section>`;
};
