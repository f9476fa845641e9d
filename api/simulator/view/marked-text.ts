import { html } from 'hono/html';
import type { Entity } from '../phone/handset.ts';
import type { Html } from './html.ts';
import { icon } from './icons.ts';

const wrap = ({ type, url }: Entity, inner: Html | string): Html | string => {
  switch (type) {
    case 'bold':
      return html`<strong>${inner}</strong>`;
    case 'italic':
      return html`<em>${inner}</em>`;
    case 'underline':
      return html`<u>${inner}</u>`;
    case 'strikethrough':
      return html`<s>${inner}</s>`;
    case 'code':
    case 'pre':
      return html`<code>${inner}</code>`;
    case 'text_link':
      return url && /^https?:/.test(url)
        ? html`<a href="${url}" rel="noreferrer" target="_blank">${inner}</a>`
        : inner;
    default:
      return inner;
  }
};

/** Signs that we draw, as many desks have no typeface for them. */
const signs: { readonly [sign: string]: Html } = {
  '✅': icon('done'),
  '📎': icon('clip'),
  '👋': icon('hand'),
};

const withSigns = (text: string): Html =>
  html`${text.split(/(✅|📎|👋)/u).map((part) => {
    const sign = signs[part];
    return sign ? html`<span class="emoji">${sign}<span class="hidden">${part}</span></span>` : part;
  })}`;

const linked = (text: string, entity: Entity): Html | string => {
  const words = text.slice(entity.offset, entity.offset + entity.length);
  if (entity.type !== 'url') return withSigns(words);
  const url = /^https?:/.test(words) ? words : `https://${words}`;
  return html`<a href="${url}" rel="noreferrer" target="_blank">${words}</a>`;
};

/** A text with its entities (offsets in UTF-16 units, nested at most within each other) as markup. */
export const markedText = (text: string, entities: readonly Entity[]): Html => {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const piece = (from: number, to: number, within: readonly Entity[]): Html => {
    const parts: (Html | string)[] = [];
    let at = from;
    let rest = within;
    for (let next = rest[0]; next; next = rest[0]) {
      const entity = next;
      const end = Math.min(entity.offset + entity.length, to);
      const inside = rest.slice(1).filter((one) => one.offset < end);
      if (entity.offset > at) parts.push(withSigns(text.slice(at, entity.offset)));
      const inner = inside.length > 0 ? piece(entity.offset, end, inside) : linked(text, entity);
      parts.push(wrap(entity, inner));
      at = Math.max(at, end);
      rest = rest.slice(1 + inside.length);
    }
    if (at < to) parts.push(withSigns(text.slice(at, to)));
    return html`${parts}`;
  };
  return piece(0, text.length, sorted);
};
