import { createHmac } from 'node:crypto';
import { type Fifo, fifo } from '../../emulator/fifo.ts';
import type { Post, Posted } from '../../emulator/post.ts';
import { createStorm, type Storm } from '../../emulator/storm.ts';
import { type BatchShape, envelope, type Happening, type NumberNames } from './envelope.ts';
import { scaledMs, type World } from './world.ts';

export type Delivery = {
  /** Where deliveries go; what happens while there is nowhere is lost. */
  point(url: string | undefined): void;
  /** Sends it off; resolves when it was tried once. */
  emit(happening: Happening): Promise<void>;
  /** Does something later, which counts as under way until then. */
  later(seconds: number, task: () => void): void;
  /** Keeps back what happens, until it is released in one delivery. */
  hold(): void;
  release(shape: BatchShape): number;
  /** Lets every delivery wait a random while of at most so many seconds, so that they overtake each other. */
  scramble(seconds: number): void;
  storm(storm: Storm | undefined): void;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
  close(): void;
};

type Parcel = { body: string; count: number; tries: number; until: number; tried: () => void };

const connections = 100;
const lifeS = 7 * 86_400;
const restMaxS = 3600;

/**
 * Webhook delivery as Meta's: at least once, in no order, several at once; only 2xx counts; what failed comes back after
 * 2, 4, 8 … seconds up to an hour, for seven days.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
export function createDelivery(world: World, number: NumberNames, appSecret: string, post: Post): Delivery {
  const { clock, stats, dice } = world;
  const storm = createStorm(dice, stats);
  const ready: Fifo<Parcel> = fifo();
  let url: string | undefined;
  let held: Happening[] | undefined;
  let mostWaitS = 0;
  let active = 0;
  let open = 0;
  const waiters: (() => void)[] = [];

  function closeOne(): void {
    open--;
    if (open === 0) for (const done of waiters.splice(0)) done();
  }

  function later(seconds: number, task: () => void): void {
    open++;
    clock.after(scaledMs(world, seconds), () => {
      task();
      closeOne();
    });
  }

  function pack(together: readonly Happening[], shape: BatchShape): Promise<void> {
    stats.events += together.length;
    if (url === undefined) {
      stats.dropped += together.length;
      return Promise.resolve();
    }
    const body = envelope(number, together, shape);
    return new Promise((tried) => {
      const until = clock.now() + scaledMs(world, lifeS);
      const parcel = { body, count: together.length, tries: 0, until, tried };
      open++;
      if (mostWaitS > 0) clock.after(scaledMs(world, dice() * mostWaitS), () => queue(parcel));
      else queue(parcel);
    });
  }

  function queue(parcel: Parcel): void {
    ready.push(parcel);
    pump();
  }

  function pump(): void {
    while (active < connections) {
      const parcel = ready.shift();
      if (!parcel) return;
      if (url === undefined || parcel.until < clock.now()) {
        stats.dropped += parcel.count;
        parcel.tried();
        closeOne();
      } else {
        active++;
        void send(parcel, url);
      }
    }
  }

  async function send(parcel: Parcel, to: string): Promise<void> {
    const signature = createHmac('sha256', appSecret).update(parcel.body).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
    let result: Posted | undefined;
    try {
      result = await storm.around(() => post(to, parcel.body, headers));
    } catch {
      result = undefined;
    }
    active--;
    parcel.tried();
    if (result && result.status >= 200 && result.status < 300) {
      stats.delivered += parcel.count;
      closeOne();
    } else {
      stats.failedDeliveries++;
      parcel.tries++;
      clock.after(scaledMs(world, Math.min(2 ** parcel.tries, restMaxS)), () => queue(parcel));
    }
    pump();
  }

  return {
    point: (to) => {
      url = to;
    },
    emit(happening) {
      if (!held) return pack([happening], 'values');
      held.push(happening);
      return Promise.resolve();
    },
    later,
    hold() {
      held ??= [];
    },
    release(shape) {
      const together = held ?? [];
      held = undefined;
      if (together.length > 0) void pack(together, shape);
      return together.length;
    },
    scramble(seconds) {
      mostWaitS = seconds;
    },
    storm: storm.set,
    idle: () => (open === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
    close() {
      url = undefined;
      pump();
    },
  };
}
