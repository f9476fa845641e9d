import { html } from 'hono/html';
import { type Persona, personas } from '../personas.ts';
import type { Visit } from '../reader.ts';
import { scenarios } from '../scenarios.ts';
import type { Chat } from '../visitor/chat.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';
import { isAhead } from './local-time.ts';

const as = ({ key }: Persona): Html => html`<input type="hidden" name="as" value="${key}">`;

const people = ({ t, link }: Visit, current: Persona): Html =>
  html`<nav aria-labelledby="orang"><h2 id="orang">${t('coba.people')}</h2><ul class="people">
    ${personas.map(({ key, name, about }) => html`<li><a href="${link(`/coba?as=${key}`)}"${key === current.key ? html` aria-current="page"` : ''}><strong>${name}</strong><span>${t(about)}</span></a></li>`)}
  </ul></nav>`;

const plays = ({ t, link }: Visit, current: Persona): Html => {
  const own = scenarios.filter(({ hat }) => hat === current.hat);
  if (own.length === 0) return html``;
  return html`<form method="post" action="${link('/coba/skenario')}" data-play aria-labelledby="skenario">${as(current)}
    <h2 id="skenario">${t('coba.plays')}</h2><p class="small">${t('coba.plays.hint')}</p>
    <div class="plays">${own.map(({ name, label, about }) => html`<button name="scenario" value="${name}" data-label="${t(label)}">${icon('play')}<span><strong>${t(label)}</strong><span>${t(about)}</span></span></button>`)}</div>
  </form>`;
};

const clock = ({ hall, t, time, link }: Visit, current: Persona): Html => {
  const now = hall.clock.now();
  return html`<form method="post" action="${link('/coba/jam')}" data-act id="jam" aria-labelledby="jam-judul">${as(current)}
    <h2 id="jam-judul">${t('coba.clock')}</h2>
    <p class="now"><span id="tanggal">${time.date(now)}</span>, <span id="jam-kini">${time.clock(now)}</span></p>
    <div class="row"><button class="plain" name="by" value="hour">${t('coba.hour')}</button><button class="plain" name="by" value="day">${t('coba.day')}</button><button class="plain" name="by" value="week">${t('coba.week')}</button></div>
    <button class="link" id="kini" name="by" value="now"${isAhead(now) ? '' : ' hidden'}>${t('coba.today')}</button>
  </form>`;
};

const rest = ({ t, link }: Visit, current: Persona, blocked: boolean): Html =>
  html`<form method="post" action="${link('/coba/kirim')}" class="rest" aria-label="${t('coba.more')}">${as(current)}
    <button class="plain" name="do" value="reset">${t('coba.reset')}</button>
    <button class="plain" name="do" value="${blocked ? 'unblock' : 'block'}">${blocked ? t('coba.unblock') : t('coba.block')}</button>
  </form>`;

/** The left side: who holds the phone, what plays by itself, what time it is. */
export const optionsView = (visit: Visit, current: Persona, chat: Chat | undefined): Html => {
  const { t } = visit;
  return html`<section class="side" id="pilihan" aria-label="${t('coba.options')}">
    <a class="back" href="#telepon">${icon('close')}${t('coba.back-to-chat')}</a>
    ${people(visit, current)} ${plays(visit, current)} ${clock(visit, current)} ${rest(visit, current, chat?.isBlocked() ?? false)}
  </section>`;
};
