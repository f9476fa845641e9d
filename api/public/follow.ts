import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { telegramLink, whatsappLink } from '../../bot/domain/deep-link.ts';
import type { TextKey } from '../../bot/i18n/keys.ts';
import type { Doors } from '../../bot/ports.ts';

/** Four modules of white around a code, as its standard asks (ISO/IEC 18004). */
const quietModules = 4;

const door = (name: string, link: string) => html`<li>
      <a href="${link}">${name}</a>
      <span class="qr" aria-hidden="true">${raw(renderSVG(link, { border: quietModules, ecc: 'M' }))}</span>
    </li>`;

/** Ways into the chats where a report can be followed: a link for this phone, a code for another. Nothing where the operator named no chat. */
export const followDoors = (ticket: string, doors: Doors | undefined, t: (key: TextKey) => string) =>
  doors?.telegram || doors?.whatsapp
    ? html`<h2>${t('lacak.follow')}</h2>
    <p class="lead">${t('lacak.scan')}</p>
    <ul class="doors">
      ${doors.telegram ? door(t('channel.telegram'), telegramLink(doors.telegram, `l_${ticket}`)) : ''}
      ${doors.whatsapp ? door(t('channel.whatsapp-cloud'), whatsappLink(doors.whatsapp, `CEK ${ticket}`)) : ''}
    </ul>`
    : '';
