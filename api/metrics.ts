import { Hono } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Seen } from '../bot/hall.ts';
import type { Database } from '../db/database.ts';
import { health } from '../db/reads/health.ts';
import { createDeviceMetrics } from './linked-device/health/device-metrics.ts';

/**
 * Figures for Prometheus: messages taken, and at each look how the outbox, the photos and the process stand, and the linked
 * device where there is one (`zone` is the city's, for its midnight). No label holds anything of a person.
 */
export type Metrics = {
  saw: (seen: Seen) => void;
  route: (database: Database, linkedDevice?: { zone: string }) => Hono;
};

export const createMetrics = (): Metrics => {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const messages = new Counter({
    name: 'pendopo_messages_total',
    help: 'Messages and presses taken, by kind of content and what they came to.',
    labelNames: ['kind', 'outcome'],
    registers: [register],
  });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [register] });
  const waiting = gauge('pendopo_letters_waiting', 'Letters in the outbox that are not sent yet.');
  const oldest = gauge(
    'pendopo_letter_oldest_seconds',
    'Age of the oldest letter that is due and not in bulk.',
  );
  const bulkWaiting = gauge('pendopo_bulk_letters_waiting', 'Letters in bulk that are not sent yet.');
  const bulkOldest = gauge(
    'pendopo_bulk_letter_oldest_seconds',
    'Age of the oldest letter in bulk that is due.',
  );
  const bulkPaused = gauge(
    'pendopo_bulk_paused',
    'Whether the operator has stopped letters in bulk (1) or not (0).',
  );
  const dead = gauge('pendopo_letters_dead', 'Letters that an operator must look at.');
  const aside = gauge('pendopo_updates_dead', 'Messages set aside after repeated failures.');
  const photos = gauge('pendopo_photos_waiting', 'Photos that are not fetched or cleaned yet.');
  return {
    saw: ({ kind, outcome }) => messages.inc({ kind, outcome }),
    route: (database, linkedDevice) => {
      const lookAtDevice = linkedDevice && createDeviceMetrics(register, database, linkedDevice.zone);
      return new Hono().get('/', async (c) => {
        const [state] = await Promise.all([health(database), lookAtDevice?.()]);
        waiting.set(state.lettersWaiting);
        oldest.set(state.oldestLetterSeconds);
        bulkWaiting.set(state.bulkLettersWaiting);
        bulkOldest.set(state.oldestBulkLetterSeconds);
        bulkPaused.set(state.bulkPaused ? 1 : 0);
        dead.set(state.lettersDead);
        aside.set(state.updatesDead);
        photos.set(state.photosWaiting);
        return c.text(await register.metrics(), 200, { 'content-type': register.contentType });
      });
    },
  };
};
