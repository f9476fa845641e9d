import type { Hono } from 'hono';
import type { Seen } from '../../bot/hall.ts';
import { retireCircles } from '../../db/stores/rehearsal.ts';
import type { OpenHall } from '../hall.ts';
import { simulatorApp } from './app.ts';
import { loadAssets } from './assets.ts';
import { openSkins } from './skins/index.ts';
import { openStage } from './stage.ts';

export type SimulatorParts = {
  hall: OpenHall;
  /** Where this process hears itself (`http://127.0.0.1:3000`): the real adapters go by real HTTP. */
  origin: string;
  /** Fetches and cleans photos that are wanted. */
  media?: () => Promise<unknown>;
  /** Registers who is told what each message did. */
  watch: (watcher: (seen: Seen) => void) => void;
  /** Does what fell due when a visitor moved the clock. */
  due?: () => Promise<unknown>;
};

export type Simulator = { app: Hono; ready: () => Promise<void>; close: () => Promise<void> };

/** Where the room is mounted; the platforms' own addresses lie under it. */
export const mountedAt = '/coba';

/** The bot, the number and the device of the simulator; none of them is anybody's. */
const account = '70001';

/**
 * The phone simulator: strict platforms of its own behind the real adapters, people to try on, and a page. For demos only:
 * its visitors need no account and may move the hall's clock.
 */
export const createSimulator = ({ hall, origin, media, watch, due }: SimulatorParts): Simulator => {
  const tasks = new Set<Promise<unknown>>();
  const after = (task: Promise<unknown>) => {
    const watched = task.catch(() => {}).finally(() => tasks.delete(watched));
    tasks.add(watched);
  };
  const skins = openSkins({
    hall,
    account,
    home: `${origin}${mountedAt}`,
    media: media ?? (async () => {}),
    after,
    called: (call) => stage.called(call),
  });
  const stage = openStage({ hall, account, skins, tasks, ...(due && { due }) });
  watch(stage.saw);
  const assets = loadAssets();
  return {
    app: simulatorApp({ hall, stage, assets }),
    ready: async () => {
      await assets.ready();
      await retireCircles(hall.database.sql);
      for (const skin of skins.values()) await skin.ready();
    },
    close: async () => {
      stage.close();
      await Promise.allSettled(tasks);
    },
  };
};
