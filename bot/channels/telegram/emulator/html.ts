import { htmlCharacter } from './html-character.ts';
import { broken, byteOffset, readStartTag, tagKinds } from './html-tag.ts';
import type { Entity } from './wire.ts';

type Open = { tag: string; argument: string; offset: number };
export type Formatted = { text: string; entities: Entity[] };

/**
 * Telegram's HTML style turned into text and entities, refused with the same words as the real server.
 * Offsets of entities count UTF-16 units, offsets in refusals bytes of the source.
 * https://core.telegram.org/bots/api#html-style
 */
export function parseHtml(source: string): Formatted {
  const entities: Entity[] = [];
  const open: Open[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const stop = nextMark(source, at);
    text += source.slice(at, stop);
    at = stop;
    if (at === source.length) break;
    if (source[at] === '&') {
      const decoded = htmlCharacter(source, at);
      text += decoded?.character ?? '&';
      at = decoded?.next ?? at + 1;
    } else if (source[at + 1] === '/') {
      at = closeTag(source, at, open, entities, text);
    } else {
      const started = readStartTag(source, at);
      open.push({ tag: started.tag, argument: started.argument, offset: text.length });
      at = started.next;
    }
  }
  const left = open.at(-1);
  if (left) throw broken(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function nextMark(source: string, at: number): number {
  for (let i = at; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 60 || code === 38) return i;
  }
  return source.length;
}

function closeTag(source: string, begin: number, open: Open[], entities: Entity[], text: string): number {
  const last = open.pop();
  if (!last) throw broken(`Unexpected end tag at byte offset ${byteOffset(source, begin)}`);
  let at = begin + 2;
  while (at < source.length && !/[\s>]/.test(source[at] as string)) at++;
  const name = source.slice(begin + 2, at);
  while (at < source.length && /\s/.test(source[at] as string)) at++;
  if (source[at] !== '>') throw broken(`Unclosed end tag at byte offset ${byteOffset(source, begin)}`);
  if (name !== '' && name !== last.tag)
    throw broken(
      `Unmatched end tag at byte offset ${byteOffset(source, begin)}, expected "</${last.tag}>", found "</${name}>"`,
    );
  const length = text.length - last.offset;
  if (length > 0) addEntity(entities, last, length, text);
  return at + 1;
}

function addEntity(entities: Entity[], { tag, argument, offset }: Open, length: number, text: string): void {
  const before = entities.at(-1);
  const same = before?.offset === offset && before.length === length;
  const codeInPre = (tag === 'pre' && before?.type === 'code') || (tag === 'code' && before?.type === 'pre');
  if (same && codeInPre && (argument || before.language)) {
    entities[entities.length - 1] = {
      type: 'pre',
      offset,
      length,
      language: argument || (before.language ?? ''),
    };
  } else if (tag === 'code' && argument) {
    entities.push({ type: 'code', offset, length, language: argument });
  } else if (tag === 'a') {
    const url = link(argument || text.slice(offset, offset + length));
    if (url) entities.push({ type: 'text_link', offset, length, url });
  } else if (tag === 'blockquote' && argument) {
    entities.push({ type: 'expandable_blockquote', offset, length });
  } else if (tag === 'tg-emoji') {
    if (!/^\d{1,19}$/.test(argument)) throw broken('Invalid custom emoji identifier specified');
    entities.push({ type: 'custom_emoji', offset, length, custom_emoji_id: argument });
  } else entities.push({ type: tagKinds[tag] ?? tag, offset, length });
}

/** A link that Telegram would keep; others are shown as plain text without complaint. */
function link(url: string): string | undefined {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  if (!/^(https?|tg|ton|tonsite):/i.test(full)) return undefined;
  if (/^https?:/i.test(full) && !/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(full) && !/\/\/localhost/.test(full))
    return undefined;
  return URL.canParse(full) ? new URL(full).href : undefined;
}
