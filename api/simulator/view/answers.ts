import { html } from 'hono/html';
import type { Shown, ShownButton } from '../phone/handset.ts';
import type { Visit } from '../reader.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';

/** A message whose answers can be tapped: whose phone it is on, and the language it is in. */
export type Answerable = { message: Shown; persona: string; language: string };

const fields = (persona: string, { id }: Shown): Html =>
  html`<input type="hidden" name="as" value="${persona}"><input type="hidden" name="do" value="press"><input type="hidden" name="on" value="${id}">`;

const button = (shown: ShownButton, spent: boolean): Html => {
  if ('data' in shown)
    return html`<button name="button" value="${shown.data}"${spent ? html` disabled` : ''}>${shown.label}</button>`;
  if ('copy' in shown)
    return html`<button type="button" data-copy="${shown.copy}">${icon('copy')}${shown.label}</button>`;
  if ('url' in shown)
    return html`<a class="button" href="${shown.url}" rel="noreferrer" target="_blank">${shown.label}</a>`;
  return html`<button type="button" disabled>${shown.label}</button>`;
};

/** The buttons under a message. */
export const buttons = ({ link }: Visit, { message, persona, language }: Answerable): Html =>
  html`<form class="buttons" method="post" action="${link('/coba/kirim')}" data-act lang="${language}">
    ${fields(persona, message)}
    ${message.buttons.map((row) => html`<div class="row">${row.map((one) => button(one, message.spent === true))}</div>`)}
  </form>`;

/** The button that opens a list, and the sheet with its rows. */
export const listOf = (
  { t, link }: Visit,
  { message, persona, language }: Answerable,
  list: NonNullable<Shown['list']>,
): Html => {
  const sheet = `daftar-${message.id}`;
  return html`<button type="button" class="opens" popovertarget="${sheet}" lang="${language}">${icon('list')}${list.open}</button>
  <div class="sheet rows" id="${sheet}" popover role="dialog" aria-label="${list.open}" lang="${language}">
    <div class="rows-head"><p>${list.open}</p><button type="button" class="round" popovertarget="${sheet}" popovertargetaction="hide" aria-label="${t('coba.close')}">${icon('close')}</button></div>
    <form method="post" action="${link('/coba/kirim')}" data-act>${fields(persona, message)}
      ${list.rows.map(({ id, title, description }) => html`<button name="button" value="${id}"><span><strong>${title}</strong>${description ? html` <span class="more">${description}</span>` : ''}</span></button>`)}
    </form>
  </div>`;
};

/** The app's own button that sends the place. */
export const placeButton = ({ t }: Visit): Html =>
  html`<button type="button" class="opens" popovertarget="peta">${icon('pin')}${t('button.send-location').replace('📍 ', '')}</button>`;
