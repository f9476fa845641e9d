import { Hono } from 'hono';
import { health } from '../../db/reads/health.ts';
import type { OpenHall } from '../hall.ts';

/** Letters older than this mean that sending has stopped (seconds): answers, and letters in bulk, of which a hundred thousand go in an hour. */
const oldestLetter = 600;
const oldestBulkLetter = 3_600;

/** `/health/live`: the process answers. `/health/ready`: the database answers, its schema is there, and letters go out. */
export const healthRoute = ({ database }: Pick<OpenHall, 'database'>): Hono =>
  new Hono()
    .get('/live', (c) => c.json({ live: true }))
    .get('/ready', async (c) => {
      try {
        const state = await health(database);
        const { oldestLetterSeconds, oldestBulkLetterSeconds, bulkPaused } = state;
        const ready =
          oldestLetterSeconds < oldestLetter && (bulkPaused || oldestBulkLetterSeconds < oldestBulkLetter);
        return c.json({ ready, database: true, ...state }, ready ? 200 : 503);
      } catch {
        return c.json({ ready: false, database: false }, 503);
      }
    });
