import { Counter, Gauge, type Registry } from 'prom-client';
import { account } from '../../../bot/channels/whatsapp-linked/index.ts';
import { createHealthBook, type DeviceCount, type DeviceState } from '../../../db/linked-device-health.ts';
import type { Pools } from '../../../db/pools.ts';
import { devicePast } from '../../../db/reads/linked-device.ts';

const states = [
  'unlinked',
  'connecting',
  'open',
  'waiting',
  'stopped',
] as const satisfies readonly DeviceState[];

const counted: { readonly [what in DeviceCount]: string } = {
  heard: 'Messages that people wrote to the linked device.',
  sent: 'Messages that the linked device sent.',
  refused: 'Messages of the linked device that WhatsApp refused.',
  unopened: 'Messages that the linked device could not open.',
  reconnects: 'Connections of the linked device made anew.',
};

const kinds = Object.keys(counted) as DeviceCount[];

/**
 * Figures of the linked device. The counters are sums of all days in the database, so that they go on over a restart and
 * are the same whichever process is asked; one that is taken back (a message that was not sent after all) does not lower them,
 * for a lower counter would be read as a new one. Gives what brings them up to date.
 */
export const createDeviceMetrics = (
  register: Registry,
  database: Pick<Pools, 'sql'>,
  zone: string,
): (() => Promise<void>) => {
  const registers = [register];
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const up = gauge(
    'pendopo_linked_device_up',
    'Whether the linked device is connected and held (1) or not (0).',
  );
  const state = new Gauge({
    name: 'pendopo_linked_device_state',
    help: 'Which state the linked device is in: 1 for that one, 0 for the others.',
    labelNames: ['state'],
    registers,
  });
  const failures = gauge('pendopo_linked_device_failures', 'Connections that failed one after the other.');
  const paused = gauge('pendopo_linked_device_paused', 'Whether sending is paused (1) or not (0).');
  const undecided = gauge(
    'pendopo_linked_device_undecided_messages',
    'Messages that were stored and are not decided yet.',
  );
  const sums = kinds.map((what) => ({
    what,
    told: 0,
    counter: new Counter({ name: `pendopo_linked_device_${what}_total`, help: counted[what], registers }),
  }));
  const book = createHealthBook(database, account, zone);
  return async () => {
    const [health, { total }] = await Promise.all([book.read(), devicePast(database, account, zone)]);
    const now = health?.state ?? 'unlinked';
    up.set(now === 'open' && health?.owned ? 1 : 0);
    for (const one of states) state.set({ state: one }, one === now ? 1 : 0);
    failures.set(health?.failures ?? 0);
    paused.set(health?.pausedUntil ? 1 : 0);
    undecided.set(health?.undecided ?? 0);
    for (const sum of sums) {
      const more = total[sum.what] - sum.told;
      if (more <= 0) continue;
      sum.counter.inc(more);
      sum.told += more;
    }
  };
};
