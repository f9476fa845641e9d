import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Room } from '../app.ts';
import { mapView } from '../map/map-view.ts';
import { personaNamed } from '../personas.ts';
import { attachView } from '../view/attach.ts';
import { behindView } from '../view/behind-view.ts';
import { optionsView } from '../view/options-view.ts';
import { phoneView } from '../view/phone-view.ts';
import { words } from '../words.ts';
import { greetVisitor } from './visitor-cookie.ts';

/** `GET /coba?as=PERSONA`: the whole page. It works by plain forms; scripts only make it live. */
export const pageRoute = (room: Room): Hono =>
  new Hono().get('/', (c) => {
    const { assets, hall, stage } = room;
    const persona = personaNamed(c.req.query('as'));
    const chat = stage.visitors.seen(greetVisitor(c))?.chats.get(persona.key);
    const { service } = hall.city().agency;
    c.header('cache-control', 'no-store');
    return c.html(html`<!doctype html>
<html lang="id">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
  <title>${words.title} · ${service}</title>
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="${assets.link('icon.svg')}" type="image/svg+xml">
  <link rel="preload" href="/coba/aset/plus-jakarta-sans-latin-wght-normal.woff2" as="font" type="font/woff2" crossorigin>
  ${assets.sheets.map((name) => html`<link rel="stylesheet" href="${assets.link(name)}">`)}
  <script type="module" src="${assets.link('page.js')}"></script>
</head>
<body data-as="${persona.key}" data-copied="${words.copied}" data-copy-failed="${words.copyFailed}" data-refused="${words.refused}" data-lost="${words.lost}" data-pause="${words.pause}" data-resume="${words.resume}" data-stop="${words.stop}" data-playing="${words.playing}">
  <a class="skip" href="#tulis">${words.skip}</a>
  <header class="top">
    <p class="mark"><img src="${assets.link('icon.svg')}" alt="" width="32" height="32"><span>Pendopo</span><span class="pill">${words.simulation}</span></p>
    <div class="pitch"><h1>${words.headline}</h1><p>${words.lead} <strong>${words.leadExample}</strong>, ${words.leadEnd}</p></div>
  </header>
  <div class="kawung wide" aria-hidden="true"></div>
  <main>${optionsView(room, persona, chat)} ${phoneView(room, persona, chat)} ${behindView(room, persona, chat)}</main>
  ${attachView(room, persona.key)} ${mapView(room, persona.key)}
</body>
</html>`);
  });
