import { automaticEntities } from './automatic-entities.ts';
import { type Formatted, parseHtml } from './html.ts';
import { badRequest, type Params } from './outcome.ts';
import { nestedOf, textOf } from './params.ts';
import { readEntities } from './read-entities.ts';
import type { Entity } from './wire.ts';

/** UTF-16 units after markup is gone. https://core.telegram.org/bots/api#sendmessage */
const textMax = 4096;
const captionMax = 1024;

/** The text of a message as people will see it: parsed, cleaned of control characters, trimmed, measured. */
export function messageText(params: Params): Formatted {
  const source = textOf(params, 'text');
  if (source === '') throw badRequest('message text is empty');
  const shown = format(source, params, 'entities');
  if (shown.text === '') throw badRequest('text must be non-empty');
  if (shown.text.length > textMax) throw badRequest('message is too long');
  return shown;
}

export function captionText(params: Params): Formatted {
  const shown = format(textOf(params, 'caption'), params, 'caption_entities');
  if (shown.text.length > captionMax) throw badRequest('message caption is too long');
  return shown;
}

function format(source: string, params: Params, entitiesName: string): Formatted {
  const mode = textOf(params, 'parse_mode').toLowerCase();
  if (mode !== '' && mode !== 'none' && mode !== 'html') {
    if (mode === 'markdown' || mode === 'markdownv2')
      throw badRequest('the emulator reads HTML, not Markdown');
    throw badRequest('unsupported parse_mode');
  }
  const given =
    mode === 'html'
      ? parseHtml(source)
      : {
          text: source,
          entities: readEntities(nestedOf(params, entitiesName, "can't parse entities JSON object"), source),
        };
  const shown = clean(given);
  const found = automaticEntities(shown.text);
  return found.length === 0 ? shown : { text: shown.text, entities: merge(shown.entities, found) };
}

const spaced = /[^\n\r -\u{10ffff}]/gu;
const dropped = /[\r\u2028-\u202e]/g;

/** Telegram shows control characters as spaces, drops direction overrides, and trims the whole message. */
function clean({ text, entities }: Formatted): Formatted {
  const [whole, kept] = text.search(dropped) >= 0 ? without(text, entities) : [text, entities];
  const right = whole.replace(spaced, ' ').trimEnd();
  const both = right.trimStart();
  const cut = right.length - both.length;
  if (both.length === text.length) return { text: both, entities: kept };
  return { text: both, entities: kept.flatMap((entity) => within(entity, cut, both.length)) };
}

function without(text: string, entities: Entity[]): [string, Entity[]] {
  const until = (at: number) => text.slice(0, at).replace(dropped, '').length;
  const moved = entities.map((entity) => {
    const offset = until(entity.offset);
    return { ...entity, offset, length: until(entity.offset + entity.length) - offset };
  });
  return [text.replace(dropped, ''), moved];
}

function within(entity: Entity, cut: number, length: number): Entity[] {
  const from = Math.max(0, entity.offset - cut);
  const to = Math.min(length, entity.offset + entity.length - cut);
  return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
}

/** What the sender marked wins over what Telegram finds by itself in code and links. */
function merge(marked: Entity[], found: Entity[]): Entity[] {
  const blocking = marked.filter((e) => e.type === 'code' || e.type === 'pre' || e.type === 'text_link');
  const free = found.filter(
    (f) => !blocking.some((b) => f.offset < b.offset + b.length && b.offset < f.offset + f.length),
  );
  return [...marked, ...free].sort((a, b) => a.offset - b.offset || b.length - a.length);
}
