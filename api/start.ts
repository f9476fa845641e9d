import type { Database } from '../db/database.ts';
import { createApp } from './app.ts';
import { awardPages } from './award/index.ts';
import { certificatePages } from './certificates/index.ts';
import { cityLoaded } from './city-loaded.ts';
import { doorsOf, type Env, readEnv } from './env.ts';
import { exercisesOf } from './exercises-of.ts';
import type { HallParts, OpenHall } from './hall.ts';
import { jobsOf } from './jobs.ts';
import { createLog } from './json-log.ts';
import { connectLinkedDevice } from './linked-device/connect.ts';
import { createStanding } from './linked-device/health/standing.ts';
import { listen } from './listen.ts';
import { openMedia, storageOf } from './media/index.ts';
import { createMetrics } from './metrics.ts';
import { seedPicturesAtStart } from './modules/seed-pictures.ts';
import { type Opened, open } from './open.ts';
import { createSimulator } from './simulator/index.ts';
import { createTasks } from './tasks.ts';
import { connectTelegram } from './telegram-connect.ts';
import { startTicking } from './tick.ts';
import { connectWhatsApp } from './whatsapp-connect.ts';

/** A service that runs: where it listens, and how to end it. */
export type Running = {
  url: string;
  env: Env;
  hall: OpenHall<Database>;
  /** What does not work yet, and what a person can do about it. */
  notes: readonly string[];
  stop: () => Promise<void>;
};

type Watch = NonNullable<HallParts['watch']>;

const run = async (env: Env, opened: Opened): Promise<Running> => {
  const tasks = createTasks();
  const metrics = createMetrics();
  const watchers = new Set<Watch>([metrics.saw]);
  const tellWatchers: Watch = (seen) => {
    for (const watch of watchers) watch(seen);
  };
  const { database, seal } = opened;
  const storage = storageOf(env);
  const parts = {
    database,
    seal,
    log: createLog(env.LOG_LEVEL),
    publicUrl: env.PUBLIC_URL,
    zone: env.AGENCY_TIMEZONE,
    doors: doorsOf(env),
    storage,
  };
  const hall = await cityLoaded({ ...parts, watch: tellWatchers }, { demo: env.DEMO });
  await seedPicturesAtStart(hall, storage);
  const media = openMedia(env, hall);
  const telegram = await connectTelegram(env, hall, { media, after: tasks.after });
  const whatsapp = connectWhatsApp(env, hall, { media, after: tasks.after });
  const linked = connectLinkedDevice(env, hall, { media, after: tasks.after });

  let app = createApp({ hall });
  const { port, close } = await listen((request) => app.fetch(request), env);
  const watch = (watcher: Watch) => void watchers.add(watcher);
  const simulator = env.DEMO
    ? createSimulator({ hall, origin: `http://127.0.0.1:${port}`, media, watch })
    : undefined;
  app = createApp({
    hall,
    ...(telegram.route && { telegram: telegram.route }),
    ...(whatsapp && { whatsapp }),
    ...(linked && { standing: createStanding(database, hall.city().agency.zone) }),
    rooms: [
      { path: '/penghargaan', app: awardPages(hall) },
      { path: '/sertifikat', app: certificatePages(hall) },
      { path: '/metrics', app: metrics.route(database, linked && hall.city().agency) },
      ...(simulator ? [{ path: '/coba', app: simulator.app }] : []),
    ],
    ...(simulator && { home: '/coba' }),
  });
  await simulator?.ready();
  const clockwork = startTicking(hall, jobsOf(hall, media, storage, exercisesOf(hall)));
  await telegram.begin();
  const undone = await linked?.begin();
  return {
    url: `http://localhost:${port}`,
    env,
    hall,
    notes: undone ? [undone] : [],
    stop: async () => {
      await telegram.stop();
      await linked?.stop();
      await simulator?.close();
      await close();
      await clockwork.stop();
      await tasks.settled();
      await opened.close();
    },
  };
};

/** Starts the service: database, hall, channels, HTTP and clockwork. What was opened is closed again if it cannot. */
export const startService = async (source: { [name: string]: string | undefined }): Promise<Running> => {
  const env = readEnv(source);
  const opened = await open(env, { own: true });
  try {
    return await run(env, opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
};
