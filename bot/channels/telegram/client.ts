import { Telegraf } from 'telegraf';
import type { TelegramBot } from './index.ts';

/**
 * Telegraf as the typed client for everything but the hot path; updates never enter through it (it answers 200 when the
 * handler failed). Only for processes of Node: a Worker would load 24 KiB for the two calls that it makes (`menus.ts`).
 */
export const clientOf = ({ token, apiRoot }: TelegramBot): Telegraf =>
  new Telegraf(token, { telegram: { apiRoot, webhookReply: false } });
