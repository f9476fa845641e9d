import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';
import { isLong } from '../faults/size.ts';
import { test } from './testing/on-whatsapp-test.ts';
import { until } from './testing/watched-library.ts';

/** The first connections fill caches that stay; what grows afterwards would grow for ever. */
const warming = 20;
const reconnects = isLong ? 1_000 : 30;
const mostGrown = 20 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const listeners = () =>
  ['exit', 'SIGINT', 'SIGTERM', 'uncaughtException', 'unhandledRejection', 'warning'].map((event) =>
    process.listenerCount(event),
  );

const used = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

test(`${reconnects} reconnects leave no memory and no listener behind`, async ({ whatsApp, device }) => {
  const again = async (times: number) => {
    for (let i = 0; i < times; i++) {
      await until(() => device.socket() !== undefined && whatsApp.isLive(), 30_000);
      whatsApp.end({ streamError: 515 });
      await until(() => device.socket() === undefined, 30_000);
    }
  };
  await again(warming);
  const [before, heardBefore] = [used(), listeners()];
  await again(reconnects);
  await until(() => whatsApp.isLive(), 30_000);
  expect(used() - before).toBeLessThan(mostGrown);
  expect(listeners()).toEqual(heardBefore);
  expect(whatsApp.online()).toBe(1);
}, 1_800_000);
