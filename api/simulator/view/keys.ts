import { html } from 'hono/html';
import type { Phone } from '../../../bot/channels/telegram/emulator/index.ts';
import type { Visit } from '../reader.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';

type Key = NonNullable<ReturnType<Phone['keyboard']>>['rows'][number][number];

const key = ({ text, request_location }: Key): Html =>
  request_location
    ? html`<button type="button" popovertarget="peta">${icon('pin')}${text}</button>`
    : html`<button name="label" value="${text}">${text}</button>`;

/** The bot's own keyboard below the text box; the key that shares the place opens the map. */
export const keys = ({ t, link }: Visit, phone: Phone | undefined, persona: string): Html => {
  const keyboard = phone?.keyboard();
  if (!keyboard) return html``;
  return html`<form class="keyboard" method="post" action="${link('/coba/kirim')}" data-act aria-label="${t('coba.keys')}">
    <input type="hidden" name="as" value="${persona}"><input type="hidden" name="do" value="key">
    ${keyboard.rows.map((row) => html`<div class="row">${row.map(key)}</div>`)}
  </form>`;
};
