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

type Say = (key: TextKey) => string;

/** Ways into the chats: a link for this phone, a code for another. Nothing where the operator named no chat. */
const chatDoors = (
  { title, telegram, whatsapp }: { title: TextKey; telegram?: string; whatsapp?: string },
  t: Say,
) =>
  telegram || whatsapp
    ? html`<h2>${t(title)}</h2>
    <p class="lead">${t('lacak.scan')}</p>
    <ul class="doors">
      ${telegram ? door(t('channel.telegram'), telegram) : ''}
      ${whatsapp ? door(t('channel.whatsapp-cloud'), whatsapp) : ''}
    </ul>`
    : '';

/** Ways into the chats where a report can be followed. */
export const followDoors = (ticket: string, doors: Doors | undefined, t: Say) =>
  chatDoors(
    {
      title: 'lacak.follow',
      ...(doors?.telegram && { telegram: telegramLink(doors.telegram, `l_${ticket}`) }),
      ...(doors?.whatsapp && { whatsapp: whatsappLink(doors.whatsapp, `CEK ${ticket}`) }),
    },
    t,
  );

/** Ways into the chats for whoever comes for the first time. */
export const firstDoors = (doors: Doors | undefined, t: Say) =>
  chatDoors(
    {
      title: 'home.chat',
      ...(doors?.telegram && { telegram: telegramLink(doors.telegram) }),
      ...(doors?.whatsapp && { whatsapp: whatsappLink(doors.whatsapp) }),
    },
    t,
  );
