import { html } from 'hono/html';
import type { Shown, ShownButton } from '../../../bot/channels/telegram/emulator/index.ts';
import type { Visit } from '../reader.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';
import { markedText } from './marked-text.ts';

export type BubbleParts = {
  message: Shown;
  persona: string;
  /** The language the message is in. */
  language: string;
  /** Whether a new day begins with it. */
  newDay: boolean;
};

const button = (shown: ShownButton): Html => {
  if ('data' in shown) return html`<button name="button" value="${shown.data}">${shown.label}</button>`;
  if ('copy' in shown)
    return html`<button type="button" data-copy="${shown.copy}">${icon('copy')}${shown.label}</button>`;
  if ('url' in shown)
    return html`<a class="button" href="${shown.url}" rel="noreferrer" target="_blank">${shown.label}</a>`;
  return html`<button type="button" disabled>${shown.label}</button>`;
};

const buttons = ({ link }: Visit, { message: { id, buttons: rows }, persona, language }: BubbleParts): Html =>
  html`<form class="buttons" method="post" action="${link('/coba/kirim')}" data-act lang="${language}">
    <input type="hidden" name="as" value="${persona}"><input type="hidden" name="do" value="press"><input type="hidden" name="on" value="${id}">
    ${rows.map((row) => html`<div class="row">${row.map(button)}</div>`)}
  </form>`;

const attachment = ({ t }: Visit, { photo, voice, video, location, document }: Shown): Html | undefined => {
  if (photo)
    return html`<img class="photo" src="/coba/foto/${photo.fileId}" alt="${t('coba.photo')}" width="${photo.width}" height="${photo.height}">`;
  if (voice)
    return html`<p class="pinned">${icon('play')}<span>${t('coba.voice', { seconds: voice.seconds })}</span></p>`;
  if (video)
    return html`<p class="pinned">${icon('play')}<span>${t('coba.video', { seconds: video.seconds })}</span></p>`;
  if (location)
    return html`<p class="pinned">${icon('pin')}<span>${t('coba.location')}<br><span class="small">${location.lat.toFixed(4)}, ${location.lon.toFixed(4)}</span></span></p>`;
  return document ? html`<p class="pinned">${document.file_name ?? ''}</p>` : undefined;
};

/** One message in the chat, with the day above it where a new one begins. */
export const bubble = (visit: Visit, parts: BubbleParts): Html => {
  const { t, time } = visit;
  const { message, language, newDay } = parts;
  const { id, from, text, entities, date, edited, deleted, buttons: rows } = message;
  if (deleted) return html``;
  const at = new Date(date * 1000);
  return html`<div class="turn ${from}" id="m-${id}" data-from="${from}">
    ${newDay ? html`<p class="day"><span>${time.day(at)}</span></p>` : ''}
    <div class="bubble">
      ${attachment(visit, message) ?? ''}
      ${text ? html`<p class="text" lang="${language}">${markedText(text, entities)}</p>` : ''}
      <p class="stamp">${edited && from === 'person' ? html`${t('coba.edited')} ` : ''}<time datetime="${at.toISOString()}">${time.clock(at)}</time>${from === 'person' ? icon('ticks') : ''}</p>
    </div>
    ${rows.length > 0 ? buttons(visit, parts) : ''}
  </div>`;
};
