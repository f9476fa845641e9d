import { html } from 'hono/html';
import type { Handset, Key } from '../phone/handset.ts';
import type { Visit } from '../reader.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';

const key = ({ label, place }: Key): Html =>
  place
    ? html`<button type="button" popovertarget="peta">${icon('pin')}${label}</button>`
    : html`<button name="label" value="${label}">${label}</button>`;

/** The bot's own keyboard below the text box; the key that shares the place opens the map. */
export const keys = ({ t, link }: Visit, phone: Handset | undefined, persona: string): Html => {
  const rows = phone?.keys() ?? [];
  if (rows.length === 0) return html``;
  return html`<form class="keyboard" method="post" action="${link('/coba/kirim')}" data-act aria-label="${t('coba.keys')}">
    <input type="hidden" name="as" value="${persona}"><input type="hidden" name="do" value="key">
    ${rows.map((row) => html`<div class="row">${row.map(key)}</div>`)}
  </form>`;
};
