import { html } from 'hono/html';
import { marks } from '../../../bot/i18n/marks.ts';
import type { Html } from './html.ts';

const [open, close] = marks.strong;

/** A sentence of ours as markup: what `locales/` marks as strong is strong. */
export const strongText = (sentence: string): Html =>
  html`${sentence.split(open).map((part, i) => {
    const [strong = '', rest = ''] = part.split(close);
    return i === 0 ? part : html`<strong>${strong}</strong>${rest}`;
  })}`;
