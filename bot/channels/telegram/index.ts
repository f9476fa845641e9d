import type { Channel } from '../channel.ts';
import { can } from './can.ts';
import { encode, type Wire } from './encode.ts';
import { fetchFile } from './fetch-file.ts';
import { parse } from './parse.ts';
import { createSend, type Post, type Upload } from './send.ts';

/** A bot of ours on Telegram. `account` is the bot's number, which stands before the colon of its token. */
export type TelegramBot = { token: string; apiRoot: string };

export const accountOf = (token: string): string => token.split(':')[0] ?? '';

/** Telegram, for one bot. */
export const createTelegram = (bot: TelegramBot, by?: Post, uploadBy?: Upload): Channel<Wire> => {
  const account = accountOf(bot.token);
  return {
    name: 'telegram',
    account,
    can,
    parse: parse(account),
    encode,
    send: createSend(bot.apiRoot, bot.token, by, uploadBy),
    fetch: fetchFile(bot),
  };
};
