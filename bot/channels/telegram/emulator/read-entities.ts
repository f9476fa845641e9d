import { badRequest } from './outcome.ts';
import { isRecord } from './params.ts';
import type { Entity } from './wire.ts';

const known = new Set(
  (
    'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough ' +
    'spoiler blockquote expandable_blockquote code pre text_link text_mention custom_emoji'
  ).split(' '),
);

/** Entities that the bot lists itself, checked against the text they point into. */
export function readEntities(value: unknown, text: string): Entity[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw badRequest('expected an Array of MessageEntity');
  return value.map((item) => readEntity(item, text));
}

function readEntity(item: unknown, text: string): Entity {
  if (!isRecord(item)) throw badRequest("can't parse MessageEntity: expected an Object");
  const { type, url } = item;
  const offset = Number(item.offset);
  const length = Number(item.length);
  if (typeof type !== 'string' || !known.has(type))
    throw badRequest("can't parse MessageEntity: Unsupported type specified");
  if (type === 'text_link' && typeof url !== 'string')
    throw badRequest(`can't parse MessageEntity: Can't find field "url"`);
  if (!(offset >= 0)) throw badRequest(`receive an entity with incorrect offset ${offset}`);
  if (!(length >= 0)) throw badRequest(`receive an entity with incorrect length ${length}`);
  if (offset > text.length)
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  if (offset + length > text.length)
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
    );
  return typeof url === 'string' ? { type, offset, length, url } : { type, offset, length };
}
