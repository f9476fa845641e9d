import { html } from 'hono/html';
import type { Fate, Shown } from '../phone/handset.ts';
import type { Visit } from '../reader.ts';
import { type Answerable, buttons, listOf, placeButton } from './answers.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';
import { markedText } from './marked-text.ts';

/** `newDay`: whether a new day begins with it. */
export type BubbleParts = Answerable & { newDay: boolean };

/** How long something recorded is, where the app tells. */
const recorded = ({ t }: Visit, kind: 'voice' | 'video', seconds: number | undefined): Html => {
  const timed = kind === 'voice' ? 'coba.voice' : 'coba.video';
  const words =
    seconds === undefined ? t(kind === 'voice' ? 'coba.sound' : 'coba.film') : t(timed, { seconds });
  return html`<p class="pinned">${icon('play')}<span>${words}</span></p>`;
};

const attachment = (visit: Visit, { photo, voice, video, location, document }: Shown): Html | undefined => {
  const { t } = visit;
  if (photo) {
    const { file, width, height } = photo;
    const size = width && height ? html` width="${width}" height="${height}"` : '';
    return html`<img class="photo" src="/coba/foto/${file}" alt="${t('coba.photo')}"${size}>`;
  }
  if (voice) return recorded(visit, 'voice', voice.seconds);
  if (video) return recorded(visit, 'video', video.seconds);
  if (location)
    return html`<p class="pinned">${icon('pin')}<span>${t('coba.location')}${location.name ? ` ${location.name}` : ''}<br><span class="small">${location.lat.toFixed(4)}, ${location.lon.toFixed(4)}</span></span></p>`;
  return document === undefined ? undefined : html`<p class="pinned">${document}</p>`;
};

/** One tick for what has left the phone, two for what has arrived, in colour once it was read. */
const ticks = ({ t }: Visit, fate: Fate): Html =>
  html`<span class="ticks ${fate}">${icon(fate === 'sent' ? 'tick' : 'ticks')}<span class="hidden">${t(`coba.fate.${fate}`)}</span></span>`;

/** One message in the chat, with the day above it where a new one begins. */
export const bubble = (visit: Visit, parts: BubbleParts): Html => {
  const { t, time } = visit;
  const { message, language, newDay } = parts;
  const {
    id,
    from,
    text,
    entities,
    date,
    edited,
    deleted,
    buttons: rows,
    list,
    quote,
    header,
    footer,
  } = message;
  if (deleted) return html``;
  const at = new Date(date * 1000);
  return html`<div class="turn ${from}${message.template ? ' template' : ''}" id="m-${id}" data-from="${from}">
    ${newDay ? html`<p class="day"><span>${time.day(at)}</span></p>` : ''}
    <div class="bubble">
      ${message.template ? html`<p class="kind">${t('coba.template')}</p>` : ''}
      ${quote === undefined ? '' : html`<p class="quote">${quote}</p>`}
      ${attachment(visit, message) ?? ''}
      ${header ? html`<p class="head">${header}</p>` : ''}
      ${text ? html`<p class="text" lang="${language}">${markedText(text, entities)}</p>` : ''}
      ${footer ? html`<p class="small">${footer}</p>` : ''}
      <p class="stamp">${edited && from === 'person' ? html`${t('coba.edited')} ` : ''}<time datetime="${at.toISOString()}">${time.clock(at)}</time>${message.fate ? ticks(visit, message.fate) : ''}</p>
      ${list ? listOf(visit, parts, list) : ''}
      ${message.asksPlace ? placeButton(visit) : ''}
    </div>
    ${rows.length > 0 ? buttons(visit, parts) : ''}
  </div>`;
};
