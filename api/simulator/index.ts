import type { Hono } from 'hono';
import type { Seen } from '../../bot/hall.ts';
import { retireCircles } from '../../db/stores/rehearsal.ts';
import type { OpenHall } from '../hall.ts';
import { telegramRoute } from '../routes/telegram.ts';
import { addTelegramBot } from '../telegram-bot.ts';
import { simulatorApp } from './app.ts';
import { loadAssets } from './assets.ts';
import { randomToken } from './random-token.ts';
import { openStage } from './stage.ts';

export type SimulatorParts = {
  hall: OpenHall;
  /** Where this process hears itself (`http://127.0.0.1:3000`): the real adapter goes by real HTTP. */
  origin: string;
  /** Fetches and cleans photos that are wanted. */
  media?: () => Promise<unknown>;
  /** Registers who is told what each message did. */
  watch: (watcher: (seen: Seen) => void) => void;
  /** Does what fell due when a visitor moved the clock. */
  due?: () => Promise<unknown>;
};

export type Simulator = { app: Hono; ready: () => Promise<void>; close: () => Promise<void> };

/** Where the room is mounted; the bot's own addresses lie under it. */
export const mountedAt = '/coba';

/**
 * The phone simulator: a strict Telegram of its own with one bot, people to try on, and a page. For demos only: its
 * visitors need no account and may move the hall's clock.
 */
export const createSimulator = ({ hall, origin, media, watch, due }: SimulatorParts): Simulator => {
  const token = `70001:simulator-${randomToken()}`;
  const secret = randomToken();
  const tasks = new Set<Promise<unknown>>();
  const after = (task: Promise<unknown>) => {
    const watched = task.catch(() => {}).finally(() => tasks.delete(watched));
    tasks.add(watched);
  };
  const bot = { token, apiRoot: `${origin}${mountedAt}/bot-api` };
  const { desk, account } = addTelegramBot(hall, bot, { media: media ?? (async () => {}) });
  const stage = openStage({ hall, token, account, tasks, ...(due && { due }) });
  watch(stage.saw);
  const assets = loadAssets();
  return {
    app: simulatorApp({ hall, stage, assets, webhook: telegramRoute({ secrets: [secret], desk, after }) }),
    ready: async () => {
      await assets.ready();
      await retireCircles(hall.database.sql);
      await stage.emulator.call(token, 'setWebhook', {
        url: `${origin}${mountedAt}/webhook`,
        secret_token: secret,
      });
    },
    close: async () => {
      stage.close();
      await Promise.allSettled(tasks);
    },
  };
};
