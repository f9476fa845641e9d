import { badRequest } from './outcome.ts';
import { isRecord, strictFlag } from './params.ts';
import type { InlineButton, KeyboardButton } from './wire.ts';

const inlineBroken = (why: string) => badRequest(`can't parse inline keyboard button: ${why}`);
const replyBroken = (why: string) => badRequest(`can't parse keyboard button: ${why}`);

/** What a button may do here: asking for a phone or a place is for private chats only. */
export type ButtonRules = { where: 'private' | 'group'; localLinks: boolean };

/** One button under a message; the data it carries back is 1 to 64 bytes, a text to copy 1 to 256 characters. */
export function readInlineButton(value: unknown, { localLinks }: ButtonRules): InlineButton {
  if (!isRecord(value)) throw inlineBroken('InlineKeyboardButton must be an Object');
  const text = labelOf(value.text, inlineBroken);
  if (text === '') throw badRequest('inline keyboard button text must be non-empty');
  if (typeof value.url === 'string' && value.url !== '')
    return { text, url: buttonLink(value.url, localLinks) };
  const data = value.callback_data;
  if (data !== undefined && typeof data !== 'string')
    throw inlineBroken('Field "callback_data" must be of type String');
  if (data) {
    if (Buffer.byteLength(data) > 64) throw badRequest('BUTTON_DATA_INVALID');
    return { text, callback_data: data };
  }
  if (isRecord(value.copy_text)) return { text, copy_text: { text: copied(value.copy_text) } };
  if (isRecord(value.web_app)) return { text, web_app: { url: secureLink(value.web_app.url, 'inline ') } };
  if (value.pay === true || value.callback_game !== undefined) throw badRequest('BUTTON_TYPE_INVALID');
  if (typeof value.switch_inline_query === 'string') return { text };
  if (typeof value.switch_inline_query_current_chat === 'string') return { text };
  throw inlineBroken('Text buttons are unallowed in the inline keyboard');
}

/** One button in place of the person's keyboard. */
export function readReplyButton(value: unknown, { where }: ButtonRules): KeyboardButton {
  if (typeof value === 'string') return { text: nonEmpty(value.trim()) };
  if (!isRecord(value)) throw replyBroken('KeyboardButton must be a String or an Object');
  const text = nonEmpty(labelOf(value.text, replyBroken));
  const location = strictFlag(value, 'request_location');
  const contact = strictFlag(value, 'request_contact');
  if (where === 'group' && contact) throw badRequest('phone number can be requested in private chats only');
  if (where === 'group' && location) throw badRequest('location can be requested in private chats only');
  if (contact) return { text, request_contact: true };
  if (location) return { text, request_location: true };
  if (isRecord(value.web_app)) secureLink(value.web_app.url, '');
  return { text };
}

function nonEmpty(text: string): string {
  if (text === '') throw badRequest('keyboard button text must be non-empty');
  return text;
}

function labelOf(value: unknown, failure: typeof inlineBroken): string {
  if (value === undefined) throw failure(`Can't find field "text"`);
  if (typeof value !== 'string') throw failure('Field "text" must be of type String');
  return value.trim();
}

function copied(value: Record<string, unknown>): string {
  const text = value.text;
  if (typeof text !== 'string' || text.length < 1 || text.length > 256)
    throw badRequest('BUTTON_COPY_TEXT_INVALID');
  return text;
}

/** Web pages and `tg://` links; a name without a dot is no host for Telegram, localhost included. */
function buttonLink(url: string, localLinks: boolean): string {
  const wrong = (why: string) => badRequest(`inline keyboard button URL '${url}' is invalid: ${why}`);
  if (/^(tg|ton|tonsite):/i.test(url)) return url;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(url) && !/^https?:\/\//i.test(url))
    throw wrong('Unsupported URL protocol');
  if (localLinks && /^https?:\/\/(localhost|127\.0\.0\.1)\b/.test(url)) return url;
  const full = /^https?:\/\//i.test(url) ? url : `http://${url}`;
  if (!URL.canParse(full) || !new URL(full).hostname.includes('.')) throw wrong('Wrong HTTP URL');
  return full;
}

function secureLink(url: unknown, where: 'inline ' | ''): string {
  if (typeof url !== 'string' || !/^https:\/\/./i.test(url))
    throw badRequest(
      `${where}keyboard button Web App URL '${String(url)}' is invalid: Only HTTPS links are allowed`,
    );
  return url;
}
