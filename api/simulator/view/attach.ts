import { html } from 'hono/html';
import type { Visit } from '../reader.ts';
import { samples } from '../samples/index.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';

const hidden = (persona: string, act: string): Html =>
  html`<input type="hidden" name="as" value="${persona}"><input type="hidden" name="do" value="${act}">`;

/** What the clip opens: sample photos, a photo of one's own, the map. */
export const attachView = ({ assets, t, link }: Visit, persona: string): Html =>
  html`<div class="sheet" id="lampiran" popover role="dialog" aria-labelledby="lampiran-judul">
    <h2 id="lampiran-judul">${t('coba.attach.title')}</h2>
    <form method="post" action="${link('/coba/kirim')}" data-act class="samples" aria-label="${t('coba.samples')}">
      ${hidden(persona, 'sample')}
      ${samples.map(({ name, label }) => html`<button name="sample" value="${name}"><img src="${assets.link(`${name}.jpg`)}" alt="" width="400" height="300" loading="lazy"><span>${t(label)}</span></button>`)}
    </form>
    <form method="post" action="${link('/coba/kirim')}" enctype="multipart/form-data" data-act class="own-photo">
      ${hidden(persona, 'photo')}
      <label for="foto-sendiri">${t('coba.own-photo')}</label>
      <input id="foto-sendiri" type="file" name="file" accept="image/jpeg,image/png" required>
      <button class="main">${t('coba.send-photo')}</button>
    </form>
    <div class="row">
      <button type="button" class="plain" popovertarget="lampiran" popovertargetaction="hide">${t('coba.close')}</button>
      <button type="button" class="main" popovertarget="peta">${icon('pin')}${t('coba.map')}</button>
    </div>
  </div>`;
