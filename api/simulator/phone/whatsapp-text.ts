import type { Entity } from './handset.ts';

type Marked = { text: string; entities: Entity[] };

const code = /```([\s\S]+?)```|`([^`\n]+)`/;
const look = /(?<![\p{L}\p{N}])([*_~])(?!\s)([^\n]+?)(?<!\s)\1(?![\p{L}\p{N}])/u;
const looks: { readonly [sign: string]: string } = { '*': 'bold', _: 'italic', '~': 'strikethrough' };

const link = /https?:\/\/[^\s)]+[^\s).,;:!?]/g;

/** The first of what a sign opens and closes: what stands before it, within it and behind it. */
const firstOf = (raw: string) => {
  const block = code.exec(raw);
  const words = look.exec(raw);
  if (block && (!words || block.index <= words.index))
    return { at: block.index, whole: block[0], inner: block[1] ?? block[2] ?? '', type: 'code' };
  if (!words) return undefined;
  return { at: words.index, whole: words[0], inner: words[2] ?? '', type: looks[words[1] ?? ''] ?? 'bold' };
};

const marked = (raw: string, from: number): Marked => {
  const found = firstOf(raw);
  if (!found) return { text: raw, entities: [] };
  const { at, whole, inner, type } = found;
  const begin = from + at;
  const within = type === 'code' ? { text: inner, entities: [] } : marked(inner, begin);
  const behind = marked(raw.slice(at + whole.length), begin + within.text.length);
  const own = { type, offset: begin, length: within.text.length };
  return {
    text: raw.slice(0, at) + within.text + behind.text,
    entities: [own, ...within.entities, ...behind.entities],
  };
};

/**
 * A text as WhatsApp shows it: its signs become looks, and addresses become links
 * (https://faq.whatsapp.com/539178204879377). Code shows everything as it is.
 */
export const whatsappText = (raw: string): Marked => {
  const { text, entities } = marked(raw, 0);
  const links = [...text.matchAll(link)].map(({ 0: url, index }) => ({
    type: 'url',
    offset: index,
    length: url.length,
  }));
  return { text, entities: [...entities, ...links] };
};
