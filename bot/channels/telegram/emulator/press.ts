import type { Press } from './account.ts';
import type { Chat, Kept } from './chat.ts';
import { emit } from './emit.ts';
import type { CallbackQuery, InlineButton, WireUser } from './wire.ts';
import { type Desk, scaledMs } from './world.ts';

/** `on` names the message; `stale` presses its data even where the button is gone, as an old screen would. */
export type PressOptions = { on?: number; stale?: boolean };

const answerableS = 150;
const pressesMax = 10_000;

/** A tap on a button under a message, by its label or its data: the newest message that has it unless `on`. */
export function pressInline(
  desk: Desk,
  chat: Chat,
  user: WireUser,
  what: string,
  options: PressOptions,
): number | undefined {
  const found = find(chat, what, options.on);
  if (found && found.button.callback_data === undefined)
    throw new Error(`"${found.button.text}" opens something on the phone; nothing reaches the bot`);
  const kept = found?.kept ?? (options.stale && options.on ? chat.messages.get(options.on) : undefined);
  if (!kept) return undefined;
  return tap(desk, chat, user, kept, found?.button.callback_data ?? what);
}

function find(
  chat: Chat,
  what: string,
  on: number | undefined,
): { kept: Kept; button: InlineButton } | undefined {
  const named = on === undefined ? undefined : chat.messages.get(on);
  const places = on === undefined ? [...chat.messages.values()].reverse() : named ? [named] : [];
  for (const kept of places) {
    if (kept.deleted) continue;
    const buttons = kept.message.reply_markup?.inline_keyboard.flat() ?? [];
    const button =
      buttons.find((one) => one.text === what) ?? buttons.find((one) => one.callback_data === what);
    if (button) return { kept, button };
  }
  return undefined;
}

function tap(desk: Desk, chat: Chat, from: WireUser, kept: Kept, data: string): number {
  const { account, world } = desk;
  const id = String(Math.floor(world.dice() * 1e9)) + String(account.nextUpdate);
  const press: Press = {
    chat,
    answeredUntil: world.clock.now() + scaledMs(world, answerableS),
    answered: false,
  };
  account.presses.set(id, press);
  if (account.presses.size > pressesMax) {
    const oldest = account.presses.keys().next().value;
    if (oldest !== undefined) account.presses.delete(oldest);
  }
  chat.lastAnswer = undefined;
  const query: CallbackQuery = {
    id,
    from,
    message: kept.message,
    chat_instance: String(chat.wire.id * 7919),
    data,
  };
  return emit(desk, 'callback_query', query, `press:${from.id}`);
}
