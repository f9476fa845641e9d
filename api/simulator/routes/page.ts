import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Room } from '../app.ts';
import { mapView } from '../map/map-view.ts';
import { personaNamed, personas } from '../personas.ts';
import { visitOf } from '../reader.ts';
import { attachView } from '../view/attach.ts';
import { behindView } from '../view/behind-view.ts';
import { hatSwitch } from '../view/hat-switch.ts';
import { optionsView } from '../view/options-view.ts';
import { phoneView } from '../view/phone-view.ts';
import { skinSwitch } from '../view/skin-switch.ts';
import { strongText } from '../view/strong-text.ts';
import { chatName } from '../visitor/visitors.ts';
import { greetVisitor } from './visitor-cookie.ts';

/** `GET /coba?as=PERSONA&di=APP`: the whole page. It works by plain forms; scripts only make it live. */
export const pageRoute = (room: Room): Hono =>
  new Hono().get('/', (c) => {
    const visit = visitOf(c, room);
    const { assets, hall, stage, locale, skin, t, link } = visit;
    const persona = personaNamed(c.req.query('as'));
    const visitor = greetVisitor(c);
    const chat = stage.visitors.seen(visitor)?.chats.get(chatName(skin, persona));
    chat?.read();
    const { service } = hall.city().agency;
    c.header('cache-control', 'no-store');
    return c.html(html`<!doctype html>
<html lang="${locale}">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
  <title>${t('coba.title')} · ${service}</title>
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="${assets.link('icon.svg')}" type="image/svg+xml">
  <link rel="preload" href="/coba/aset/plus-jakarta-sans-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>
  ${assets.sheets.map((name) => html`<link rel="stylesheet" href="${assets.link(name)}">`)}
  <script type="module" src="${assets.link('page.js')}"></script>
</head>
<body data-as="${persona.key}" data-skin="${skin}" data-send="${link('/coba/kirim')}" data-step="${link('/coba/skenario/langkah')}" data-events="${link(`/coba/kejadian?as=${persona.key}`)}" data-copied="${t('coba.copied')}" data-copy-failed="${t('coba.copy-failed')}" data-refused="${t('coba.refused')}" data-lost="${t('coba.lost')}" data-pause="${t('coba.pause')}" data-resume="${t('coba.resume')}" data-stop="${t('coba.stop')}" data-playing="${t('coba.playing')}">
  <a class="skip" href="#tulis">${t('coba.skip')}</a>
  <header class="top">
    <p class="mark"><img src="${assets.link('icon.svg')}" alt="" width="32" height="32"><span>Pendopo</span><span class="pill">${t('coba.simulation')}</span></p>
    <div class="pitch"><h1>${t('coba.headline')}</h1><p>${strongText(t('coba.lead', { example: personas[0].examples[0] }))}</p></div>
  </header>
  <div class="kawung wide" aria-hidden="true"></div>
  <main>${optionsView(visit, persona, chat)} <div class="hand">${skinSwitch(visit, persona, visitor)} ${hatSwitch(visit, persona, visitor)} ${phoneView(visit, persona, chat)}</div> ${behindView(visit, persona, chat)}</main>
  ${attachView(visit, persona.key)} ${mapView(visit, persona.key)}
</body>
</html>`);
  });
