import { html } from 'hono/html';
import type { Room } from '../app.ts';
import { type Persona, personas } from '../personas.ts';
import { scenarios } from '../scenarios.ts';
import type { Chat } from '../visitor/chat.ts';
import { words } from '../words.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';
import { isAhead, localTime } from './local-time.ts';

const as = ({ key }: Persona): Html => html`<input type="hidden" name="as" value="${key}">`;

const people = (current: Persona): Html =>
  html`<nav aria-labelledby="orang"><h2 id="orang">${words.people}</h2><ul class="people">
    ${personas.map(({ key, name, about }) => html`<li><a href="/coba?as=${key}"${key === current.key ? html` aria-current="page"` : ''}><strong>${name}</strong><span>${about}</span></a></li>`)}
  </ul></nav>`;

const plays = (current: Persona): Html =>
  html`<form method="post" action="/coba/skenario" data-play aria-labelledby="skenario">${as(current)}
    <h2 id="skenario">${words.scenarios}</h2><p class="small">${words.scenariosHint}</p>
    <div class="plays">${scenarios.map(({ name, label, about }) => html`<button name="scenario" value="${name}" data-label="${label}">${icon('play')}<span><strong>${label}</strong><span>${about}</span></span></button>`)}</div>
  </form>`;

const clock = ({ hall }: Room, current: Persona): Html => {
  const time = localTime(hall.city().agency.zone);
  const now = hall.clock.now();
  return html`<form method="post" action="/coba/jam" data-act id="jam" aria-labelledby="jam-judul">${as(current)}
    <h2 id="jam-judul">${words.clock}</h2>
    <p class="now"><span id="tanggal">${time.date(now)}</span>, <span id="jam-kini">${time.clock(now)}</span></p>
    <div class="row"><button class="plain" name="by" value="hour">${words.hour}</button><button class="plain" name="by" value="day">${words.day}</button><button class="plain" name="by" value="week">${words.week}</button></div>
    <button class="link" id="kini" name="by" value="now"${isAhead(now) ? '' : ' hidden'}>${words.today}</button>
  </form>`;
};

const rest = (current: Persona, blocked: boolean): Html =>
  html`<form method="post" action="/coba/kirim" class="rest" aria-label="${words.more}">${as(current)}
    <button class="plain" name="do" value="reset">${words.reset}</button>
    <button class="plain" name="do" value="${blocked ? 'unblock' : 'block'}">${blocked ? words.unblock : words.block}</button>
  </form>`;

/** The left side: who holds the phone, what plays by itself, what time it is. */
export const optionsView = (room: Room, current: Persona, chat: Chat | undefined): Html =>
  html`<section class="side" id="pilihan" aria-label="${words.options}">
    <a class="back" href="#telepon">${icon('close')}${words.backToChat}</a>
    ${people(current)} ${plays(current)} ${clock(room, current)} ${rest(current, chat?.isBlocked() ?? false)}
  </section>`;
