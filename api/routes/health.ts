import { Hono } from 'hono';
import { health } from '../../db/reads/health.ts';
import type { OpenHall } from '../hall.ts';
import type { DeviceStanding } from '../linked-device/health/standing.ts';

/** Letters older than this mean that sending has stopped (seconds): answers, and letters in bulk, of which a hundred thousand go in an hour. */
const oldestLetter = 600;
const oldestBulkLetter = 3_600;

/**
 * `/health/live`: the process answers. `/health/ready`: the database answers, its schema is there, and letters go out. How
 * the linked device stands is told where there is one, and makes nothing unready: the other channels work without it.
 */
export const healthRoute = (
  { database }: Pick<OpenHall, 'database'>,
  standing?: () => Promise<DeviceStanding>,
): Hono =>
  new Hono()
    .get('/live', (c) => c.json({ live: true }))
    .get('/ready', async (c) => {
      try {
        const [state, linkedDevice] = await Promise.all([health(database), standing?.()]);
        const { oldestLetterSeconds, oldestBulkLetterSeconds, bulkPaused } = state;
        const ready =
          oldestLetterSeconds < oldestLetter && (bulkPaused || oldestBulkLetterSeconds < oldestBulkLetter);
        const told = { ready, database: true, ...state, ...(linkedDevice && { linkedDevice }) };
        return c.json(told, ready ? 200 : 503);
      } catch {
        return c.json({ ready: false, database: false }, 503);
      }
    });
