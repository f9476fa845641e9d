import { html } from 'hono/html';
import type { Reader } from '../reader.ts';
import type { Html } from './html.ts';

/** How many messages came to a phone that is not on the page; nothing where there are none. */
export const unreadMark = (t: Reader['t'], count: number): Html | '' =>
  count > 0
    ? html` <span class="count"><span aria-hidden="true">${count}</span><span class="hidden">${t('coba.unread', { count })}</span></span>`
    : '';
