import { Telegraf } from 'telegraf';
import type { Channel, Fetched } from '../channel.ts';
import { can } from './can.ts';
import { encode, type Wire } from './encode.ts';
import { parse } from './parse.ts';
import { createSend, type Post } from './send.ts';

/** A bot of ours on Telegram. `account` is the bot's number, which stands before the colon of its token. */
export type TelegramBot = { token: string; apiRoot: string };

export const accountOf = (token: string): string => token.split(':')[0] ?? '';

/** Files larger than this are not offered by the Bot API (20 MiB). */
const largest = 20 * 1024 * 1024;

/** Telegraf as the typed client for everything but the hot path; updates never enter through it (it answers 200 when the handler failed). */
export const clientOf = ({ token, apiRoot }: TelegramBot): Telegraf =>
  new Telegraf(token, { telegram: { apiRoot, webhookReply: false } });

const fetchFile =
  (bot: TelegramBot) =>
  async (file: string): Promise<Fetched> => {
    try {
      const answer = await fetch(`${bot.apiRoot}/bot${bot.token}/getFile`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ file_id: file }),
        signal: AbortSignal.timeout(10_000),
      });
      const described = (await answer.json()) as { ok: boolean; result?: { file_path?: string; file_size?: number } };
      const path = described.result?.file_path;
      if (!described.ok || !path) return { ok: false, again: answer.status >= 429, detail: `getFile ${answer.status}` };
      if ((described.result?.file_size ?? 0) > largest) return { ok: false, again: false, detail: 'too large' };
      const download = await fetch(`${bot.apiRoot}/file/bot${bot.token}/${path}`, {
        redirect: 'error',
        signal: AbortSignal.timeout(30_000),
      });
      if (!download.ok) return { ok: false, again: download.status >= 429, detail: `download ${download.status}` };
      const bytes = new Uint8Array(await download.arrayBuffer());
      return bytes.length > largest ? { ok: false, again: false, detail: 'too large' } : { ok: true, bytes };
    } catch {
      return { ok: false, again: true, detail: 'network' };
    }
  };

/** Telegram, for one bot. */
export const createTelegram = (bot: TelegramBot, by?: Post): Channel<Wire> => {
  const account = accountOf(bot.token);
  return {
    name: 'telegram',
    account,
    can,
    parse: parse(account),
    encode,
    send: createSend(bot.apiRoot, bot.token, by),
    fetch: fetchFile(bot),
  };
};
