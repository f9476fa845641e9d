import { html } from 'hono/html';
import type { Persona } from '../personas.ts';
import type { Visit } from '../reader.ts';
import { type SkinName, skinNames } from '../skins/skin-name.ts';
import type { Html } from './html.ts';
import { unreadMark } from './unread-mark.ts';

/** The links, with what came to the phones in apps that are not on the page. */
export const skinLinks = (
  { t, link, stage, skin: current }: Visit,
  { key }: Persona,
  visitor: string | undefined,
): Html => {
  const chats = [...(stage.visitors.seen(visitor)?.chats.values() ?? [])];
  const unreadIn = (skin: SkinName) =>
    chats.filter((chat) => chat.skin === skin).reduce((sum, chat) => sum + chat.unread(), 0);
  return html`${skinNames
    .filter((name) => stage.skins.has(name))
    .map((name) => {
      const count = name === current ? 0 : unreadIn(name);
      return html`<li><a href="${link(`/coba?as=${key}`, name)}"${name === current ? html` aria-current="page"` : ''}>${t(`coba.app.${name}`)}${unreadMark(t, count)}</a></li>`;
    })}`;
};

/** Above the hats: in which app the visitor holds the phone. Each app has chats of its own. */
export const skinSwitch = (visit: Visit, current: Persona, visitor: string | undefined): Html =>
  html`<nav class="apps" aria-label="${visit.t('coba.apps')}"><ul id="aplikasi">${skinLinks(visit, current, visitor)}</ul></nav>`;
