import type { Telegram } from 'telegraf';
import type { TelegramBot } from './index.ts';
import { createCall, type Post } from './send.ts';

/** What publishing the commands asks of Telegram; telegraf's own client is one. */
export type Menus = Pick<Telegram, 'getMyCommands' | 'setMyCommands'>;

/** The menus of one bot by plain calls, where telegraf is too heavy to be carried along. A refusal throws `RefusedByTelegram`. */
export const menusOf = (bot: TelegramBot, by?: Post): Menus => {
  const call = createCall(bot.apiRoot, bot.token, by);
  return {
    getMyCommands: (where) => call('getMyCommands', { ...where }),
    setMyCommands: (commands, where) => call('setMyCommands', { commands, ...where }),
  };
};
