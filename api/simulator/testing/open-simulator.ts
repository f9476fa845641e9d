import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Seen } from '../../../bot/hall.ts';
import { connect } from '../../../db/database.ts';
import { createMediaStore } from '../../../db/media.ts';
import { createSeal } from '../../../db/sealed.ts';
import { seedDemo } from '../../../db/seed/demo/index.ts';
import { seedCity } from '../../../db/seed/index.ts';
import { testDatabase } from '../../../db/testing.ts';
import { createApp } from '../../app.ts';
import { type OpenHall, openHall } from '../../hall.ts';
import { cleanPhoto } from '../../media/clean.ts';
import { createMediaJob } from '../../media/job.ts';
import { keptLog, testKey } from '../../testing/hall.ts';
import { memoryStorage } from '../../testing/memory-storage.ts';
import { createSimulator } from '../index.ts';

export type TestSimulator = {
  url: string;
  hall: OpenHall;
  app: Hono;
  /** Fetches, cleans and stores what visitors sent. */
  clean: () => Promise<number>;
  close: () => Promise<void>;
};

/** The simulator as a demo runs it, on a database of its own with the demo city, listening on a free port; `neighbours: false` without anybody's reports. */
export const openTestSimulator = async ({ neighbours = true } = {}): Promise<TestSimulator> => {
  const own = await testDatabase();
  const database = connect(own.url);
  const seal = createSeal(testKey);
  await seedCity(database, 'salatiga');
  if (neighbours) await seedDemo(database, seal, { until: new Date() });
  const watchers = new Set<(seen: Seen) => void>();
  const watch = (seen: Seen) => {
    for (const watcher of watchers) watcher(seen);
  };
  const storage = memoryStorage();
  const hall = await openHall({
    database,
    seal,
    log: keptLog(),
    publicUrl: 'https://sapa.example',
    watch,
    storage,
  });
  const clean = createMediaJob({
    media: createMediaStore(database, seal),
    channels: () => hall.channels,
    storage,
    clean: cleanPhoto,
    alarm: ({ code }) => hall.log.error({ event: 'photo-failed', code }),
  });
  let app = createApp({ hall });
  const server = serve({ fetch: (request) => app.fetch(request), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const simulator = createSimulator({ hall, origin: url, watch: (watcher) => void watchers.add(watcher) });
  app = createApp({ hall, rooms: [{ path: '/coba', app: simulator.app }], home: '/coba' });
  await simulator.ready();
  return {
    url,
    hall,
    app,
    clean,
    close: async () => {
      await simulator.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await database.close();
      await own.drop();
    },
  };
};
