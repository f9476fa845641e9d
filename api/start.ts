import { serve } from '@hono/node-server';
import { DatabaseRefused } from '../db/embedded/index.ts';
import { NoCity } from '../db/reads/city.ts';
import { seedDemo } from '../db/seed/demo/index.ts';
import { seedCity } from '../db/seed/index.ts';
import { createApp } from './app.ts';
import { type Env, readEnv, SettingsRefused } from './env.ts';
import { type HallParts, type OpenHall, openHall } from './hall.ts';
import { jobsOf } from './jobs.ts';
import { createLog } from './json-log.ts';
import { openMedia } from './media/index.ts';
import { type Opened, open } from './open.ts';
import { createSimulator } from './simulator/index.ts';
import { connectTelegram } from './telegram-connect.ts';
import { startTicking } from './tick.ts';

/** A service that runs: where it listens, and how to end it. */
export type Running = { url: string; env: Env; hall: OpenHall; stop: () => Promise<void> };

const cityLoaded = async (parts: HallParts, env: Env, opened: Opened): Promise<OpenHall> => {
  try {
    return await openHall(parts);
  } catch (error) {
    if (!(error instanceof NoCity)) throw error;
    if (!env.DEMO)
      throw new DatabaseRefused(
        'The database holds no agency yet: run "npm run pendopo -- seed --city NAME".',
      );
    await seedCity(opened.database, 'salatiga');
    await seedDemo(opened.database, opened.seal, { until: new Date() });
    return openHall(parts);
  }
};

const listen = (fetch: (request: Request) => Response | Promise<Response>, env: Env) =>
  new Promise<{ port: number; close: () => Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch, port: env.PORT, hostname: env.HOST }, ({ port }) =>
      resolve({
        port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeIdleConnections' in server) server.closeIdleConnections();
            setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 2_000).unref();
          }),
      }),
    );
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new SettingsRefused([`PORT ${env.PORT} is taken by another program.`])
          : error,
      ),
    );
  });

/** Starts the service: database, hall, channels, HTTP and clockwork. */
export const startService = async (source: { [name: string]: string | undefined }): Promise<Running> => {
  const env = readEnv(source);
  const log = createLog(env.LOG_LEVEL);
  const opened = await open(env, { own: true });
  const tasks = new Set<Promise<unknown>>();
  const after = (task: Promise<unknown>) => {
    const watched = task.catch(() => {}).finally(() => tasks.delete(watched));
    tasks.add(watched);
  };
  const watchers = new Set<NonNullable<HallParts['watch']>>();
  const hall = await cityLoaded(
    {
      database: opened.database,
      seal: opened.seal,
      log,
      publicUrl: env.PUBLIC_URL,
      ...(env.DEMO && {
        watch: (seen) => {
          for (const watch of watchers) watch(seen);
        },
      }),
    },
    env,
    opened,
  );
  const media = openMedia(env, hall);
  const telegram = await connectTelegram(env, hall, { media, after });
  let app = createApp({ hall });
  const { port, close } = await listen((request) => app.fetch(request), env);
  const url = `http://localhost:${port}`;
  const simulator = env.DEMO
    ? createSimulator({
        hall,
        origin: `http://127.0.0.1:${port}`,
        media,
        watch: (watcher) => {
          watchers.add(watcher);
        },
      })
    : undefined;
  app = createApp({
    hall,
    ...(telegram.route && { telegram: telegram.route }),
    ...(simulator && { rooms: [{ path: '/coba', app: simulator.app }], home: '/coba' }),
  });
  await simulator?.ready();
  const clockwork = startTicking(hall, jobsOf(hall, media));
  await telegram.begin();
  return {
    url,
    env,
    hall,
    stop: async () => {
      await telegram.stop();
      await simulator?.close();
      await close();
      await clockwork.stop();
      await Promise.allSettled(tasks);
      await opened.close();
    },
  };
};
