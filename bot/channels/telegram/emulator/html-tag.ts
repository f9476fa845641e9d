import { htmlCharacter } from './html-character.ts';
import { badRequest } from './outcome.ts';

type StartTag = { tag: string; argument: string; next: number };
const space = /\s/;

export const tagKinds: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  blockquote: 'blockquote',
};

export const broken = (why: string) => badRequest(`can't parse entities: ${why}`);
export const byteOffset = (source: string, at: number): number => Buffer.byteLength(source.slice(0, at));

/** Reads `<tag attribute="value">` at `begin`: the tag, the one attribute that matters to it, where it ends. */
export function readStartTag(source: string, begin: number): StartTag {
  const end = source.length;
  const where = () => byteOffset(source, begin);
  let at = begin + 1;
  while (at < end && source[at] !== '>' && !space.test(source[at] as string)) at++;
  if (at >= end) throw broken(`Unclosed start tag at byte offset ${where()}`);
  const tag = source.slice(begin + 1, at).toLowerCase();
  if (!Object.hasOwn(tagKinds, tag)) throw broken(`Unsupported start tag "${tag}" at byte offset ${where()}`);
  let argument = '';
  while (source[at] !== '>') {
    at = skipSpace(source, at);
    if (source[at] === '>') break;
    const from = at;
    while (at < end && !/[\s=>/"']/.test(source[at] as string)) at++;
    const name = source.slice(from, at);
    if (name === '' && at < end)
      throw broken(`Empty attribute name in the tag "${tag}" at byte offset ${where()}`);
    at = skipSpace(source, at);
    if (at >= end) throw broken(`Unclosed start tag "${tag}" at byte offset ${where()}`);
    let value = '';
    if (source[at] === '=') {
      const read = readValue(source, skipSpace(source, at + 1));
      value = read.value;
      at = read.next;
      if (at >= end) throw broken(`Unclosed start tag at byte offset ${where()}`);
    }
    argument = argumentOf(tag, name.toLowerCase(), value) ?? argument;
  }
  if (tag === 'span' && argument !== 'spoiler')
    throw broken(`Tag "span" must have class "tg-spoiler" at byte offset ${where()}`);
  return { tag, argument, next: at + 1 };
}

function skipSpace(source: string, at: number): number {
  while (at < source.length && space.test(source[at] as string)) at++;
  return at;
}

function readValue(source: string, begin: number): { value: string; next: number } {
  const quote = source[begin];
  let at = begin;
  if (quote !== '"' && quote !== "'") {
    while (at < source.length && /[a-zA-Z0-9.-]/.test(source[at] as string)) at++;
    if (at < source.length && !/[\s>]/.test(source[at] as string))
      throw broken(`Unexpected end of name token at byte offset ${byteOffset(source, begin)}`);
    return { value: source.slice(begin, at).toLowerCase(), next: at };
  }
  let value = '';
  at++;
  while (at < source.length && source[at] !== quote) {
    const decoded = source[at] === '&' ? htmlCharacter(source, at) : undefined;
    value += decoded?.character ?? source[at];
    at = decoded?.next ?? at + 1;
  }
  return { value, next: at + 1 };
}

function argumentOf(tag: string, name: string, value: string): string | undefined {
  if (tag === 'a' && name === 'href') return value;
  if (tag === 'code' && name === 'class' && value.startsWith('language-')) return value.slice(9);
  if (tag === 'span' && name === 'class' && value.startsWith('tg-')) return value.slice(3);
  if (tag === 'tg-emoji' && name === 'emoji-id') return value;
  if (tag === 'blockquote' && name === 'expandable') return 'expandable';
  return undefined;
}
