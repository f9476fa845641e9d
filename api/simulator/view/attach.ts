import { html } from 'hono/html';
import type { Room } from '../app.ts';
import { samples } from '../samples/index.ts';
import { words } from '../words.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';

const hidden = (persona: string, act: string): Html =>
  html`<input type="hidden" name="as" value="${persona}"><input type="hidden" name="do" value="${act}">`;

/** What the clip opens: sample photos, a photo of one's own, the map. */
export const attachView = ({ assets }: Room, persona: string): Html =>
  html`<div class="sheet" id="lampiran" popover role="dialog" aria-labelledby="lampiran-judul">
    <h2 id="lampiran-judul">${words.attachTitle}</h2>
    <form method="post" action="/coba/kirim" data-act class="samples" aria-label="${words.samples}">
      ${hidden(persona, 'sample')}
      ${samples.map(({ name, label }) => html`<button name="sample" value="${name}"><img src="${assets.link(`${name}.jpg`)}" alt="" width="400" height="300" loading="lazy"><span>${label}</span></button>`)}
    </form>
    <form method="post" action="/coba/kirim" enctype="multipart/form-data" data-act class="own-photo">
      ${hidden(persona, 'photo')}
      <label for="foto-sendiri">${words.ownPhoto}</label>
      <input id="foto-sendiri" type="file" name="file" accept="image/jpeg,image/png" required>
      <button class="main">${words.sendPhoto}</button>
    </form>
    <div class="row">
      <button type="button" class="plain" popovertarget="lampiran" popovertargetaction="hide">${words.close}</button>
      <button type="button" class="main" popovertarget="peta">${icon('pin')}${words.map}</button>
    </div>
  </div>`;
