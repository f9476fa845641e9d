import { type ButtonRules, readInlineButton, readReplyButton } from './buttons.ts';
import { badRequest, type Params } from './outcome.ts';
import { isRecord, nestedOf, strictFlag } from './params.ts';
import type { InlineKeyboard, ReplyKeyboard } from './wire.ts';

export type Markup =
  | { kind: 'none' }
  | { kind: 'inline'; keyboard: InlineKeyboard }
  | { kind: 'reply'; keyboard: ReplyKeyboard }
  | { kind: 'remove' }
  | { kind: 'force-reply' };

const none: Markup = { kind: 'none' };

/**
 * The one markup of a message. Refusals are the real server's words.
 * https://core.telegram.org/bots/api#inlinekeyboardmarkup
 */
export function readMarkup(params: Params, rules: ButtonRules): Markup {
  const value = nestedOf(params, 'reply_markup', "can't parse reply keyboard markup JSON object");
  if (value === undefined) return none;
  if (!isRecord(value)) throw badRequest('object expected as reply markup');
  if (value.inline_keyboard !== undefined) return inline(value.inline_keyboard, rules);
  if (value.keyboard !== undefined) return reply(value, rules);
  if (strictFlag(value, 'remove_keyboard')) return { kind: 'remove' };
  if (strictFlag(value, 'force_reply')) return { kind: 'force-reply' };
  return none;
}

/** Edits may only carry buttons under the message. */
export function readInlineMarkup(params: Params, rules: ButtonRules): InlineKeyboard | undefined {
  const markup = readMarkup(params, rules);
  if (markup.kind === 'inline') return markup.keyboard;
  if (markup.kind === 'none') return undefined;
  throw badRequest('inline keyboard expected');
}

function rowsOf(value: unknown, name: string): unknown[][] {
  if (!Array.isArray(value)) throw badRequest(`field "${name}" must be of type Array`);
  for (const row of value)
    if (!Array.isArray(row)) throw badRequest(`field "${name}" must be an Array of Arrays`);
  return value;
}

/** Telegram's servers take at most 100 buttons in all, and 8 in a row are drawn; more rows are refused. */
const buttonsMax = 100;

function inline(value: unknown, rules: ButtonRules): Markup {
  const rows = rowsOf(value, 'inline_keyboard')
    .map((row) => row.map((button) => readInlineButton(button, rules)))
    .filter((row) => row.length > 0);
  if (rows.length === 0) return none;
  if (rows.flat().length > buttonsMax) throw badRequest('REPLY_MARKUP_TOO_LONG');
  return { kind: 'inline', keyboard: { inline_keyboard: rows } };
}

function reply(value: Record<string, unknown>, rules: ButtonRules): Markup {
  const rows = rowsOf(value.keyboard, 'keyboard')
    .map((row) => row.map((button) => readReplyButton(button, rules)))
    .filter((row) => row.length > 0);
  for (const name of ['resize_keyboard', 'selective', 'is_persistent']) strictFlag(value, name);
  const oneTime = strictFlag(value, 'one_time_keyboard');
  const placeholder = value.input_field_placeholder;
  if (rows.length === 0) return none;
  const keyboard = typeof placeholder === 'string' ? { rows, oneTime, placeholder } : { rows, oneTime };
  return { kind: 'reply', keyboard };
}
