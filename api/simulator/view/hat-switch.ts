import { html } from 'hono/html';
import { type Hat, hats, type Persona, personas } from '../personas.ts';
import type { Visit } from '../reader.ts';
import type { Chat } from '../visitor/chat.ts';
import type { Html } from './html.ts';
import { unreadMark } from './unread-mark.ts';

/** Who of a hat is meant: whoever is on the page, else who was last spoken to, else the first. */
const personaOf = (hat: Hat, current: Persona, chats: readonly Chat[]): Persona => {
  const of = personas.filter((one) => one.hat === hat);
  const used = of.findLast(({ key }) =>
    chats.some((chat) => chat.persona.key === key && chat.phone().messages().length > 0),
  );
  return current.hat === hat ? current : (used ?? of[0] ?? current);
};

const unreadOf = (hat: Hat, current: Persona, chats: readonly Chat[]): number =>
  chats
    .filter(({ persona }) => persona.hat === hat && persona.key !== current.key)
    .reduce((sum, chat) => sum + chat.unread(), 0);

/** The three links, with what came to the phones that are not on the page. */
export const hatLinks = (
  { t, link, stage, skin }: Visit,
  current: Persona,
  visitor: string | undefined,
): Html => {
  const all = [...(stage.visitors.seen(visitor)?.chats.values() ?? [])];
  const chats = all.filter((chat) => chat.skin === skin);
  return html`${hats.map((hat) => {
    const { key } = personaOf(hat, current, chats);
    return html`<li><a href="${link(`/coba?as=${key}`)}"${hat === current.hat ? html` aria-current="page"` : ''}>${t(`coba.hat.${hat}`)}${unreadMark(t, unreadOf(hat, current, chats))}</a></li>`;
  })}`;
};

/** Above the phone: as whom the visitor holds one. Each hat has a phone of its own, so that a report can be followed from hand to hand. */
export const hatSwitch = (visit: Visit, current: Persona, visitor: string | undefined): Html =>
  html`<nav class="hats" aria-label="${visit.t('coba.hats')}"><ul id="peran">${hatLinks(visit, current, visitor)}</ul></nav>`;
