import { type Fifo, fifo } from '../../emulator/fifo.ts';
import type { Post, Posted } from '../../emulator/post.ts';
import { createStorm, type Storm } from '../../emulator/storm.ts';
import type { Account, Pending } from './account.ts';
import { deliveryFault } from './delivery-fault.ts';
import { scaledMs, unixNow, type World } from './world.ts';

type Line = { name: string; items: Fifo<Pending>; of: number };

export type Delivery = {
  add(pending: Pending): void;
  /** Forgets the lines and starts again from what is pending: after the webhook was set or removed. */
  restart(): void;
  storm(storm: Storm | undefined): void;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
};

const retryAfterMax = 3600;
const plain = { 'content-type': 'application/json' };

/**
 * Webhook delivery by Telegram's rules: a line per chat and person, one at a time in each, several lines at once;
 * only 2xx counts; failures come back after 2, 4, 8 … seconds up to a random 60 to 120.
 */
export function createDelivery(
  world: World,
  account: Account,
  post: Post,
  onReply: (body: string) => void,
): Delivery {
  const { clock, stats } = world;
  let lines = new Map<string, Line>();
  let ready = fifo<Line>();
  let active = 0;
  let era = 0;
  const storm = createStorm(world.dice, stats);
  const waiters: (() => void)[] = [];

  function add(pending: Pending): void {
    const line = lines.get(pending.queue);
    if (line) {
      line.items.push(pending);
      return;
    }
    const fresh = { name: pending.queue, items: fifo<Pending>(), of: era };
    fresh.items.push(pending);
    lines.set(pending.queue, fresh);
    ready.push(fresh);
    pump();
  }

  function pump(): void {
    while (account.webhook && active < account.webhook.maxConnections) {
      const line = ready.shift();
      if (!line) break;
      const pending = nextLive(line);
      if (!pending) continue;
      active++;
      void send(line, pending, account.webhook.url, account.webhook.secret);
    }
    if (lines.size === 0 && active === 0) for (const done of waiters.splice(0)) done();
  }

  function nextLive(line: Line): Pending | undefined {
    for (let head = line.items.peek(); head; head = line.items.peek()) {
      const open = account.pending.has(head.update.update_id);
      if (open && head.dropAt > clock.now()) return head;
      if (open) drop(head);
      line.items.shift();
    }
    if (line.of === era) lines.delete(line.name);
    return undefined;
  }

  function drop(pending: Pending): void {
    account.pending.delete(pending.update.update_id);
    stats.dropped++;
  }

  async function send(line: Line, pending: Pending, url: string, secret: string): Promise<void> {
    pending.body ??= JSON.stringify(pending.update);
    const body = pending.body;
    const headers = secret ? { ...plain, 'x-telegram-bot-api-secret-token': secret } : plain;
    let result: Posted | Error;
    try {
      result = await storm.around(() => post(url, body, headers));
    } catch (fault) {
      result = fault instanceof Error ? fault : new Error(String(fault));
    }
    active--;
    settle(line, pending, result);
  }

  function settle(line: Line, pending: Pending, result: Posted | Error): void {
    const good = !(result instanceof Error) && result.status >= 200 && result.status < 300;
    if (good) {
      stats.delivered++;
      account.pending.delete(pending.update.update_id);
      if (result.body) onReply(result.body);
    }
    if (line.of === era) {
      if (good) ready.push(line);
      else restAfterFailure(line, pending, result);
    }
    pump();
  }

  function restAfterFailure(line: Line, pending: Pending, result: Posted | Error): void {
    stats.failedDeliveries++;
    account.lastError = { at: unixNow(world), message: deliveryFault(result) };
    const delay = waitS(pending, result instanceof Error ? undefined : result.retryAfter);
    clock.after(scaledMs(world, delay), () => {
      if (line.of === era) ready.push(line);
      pump();
    });
  }

  function waitS(pending: Pending, retryAfter: number | undefined): number {
    pending.tries++;
    if (retryAfter !== undefined) return Math.min(retryAfter, retryAfterMax);
    return Math.min(2 ** pending.tries, 60 + 60 * world.dice());
  }

  return {
    add,
    restart() {
      era++;
      lines = new Map();
      ready = fifo();
      if (account.webhook) for (const pending of account.pending.values()) add(pending);
      pump();
    },
    storm: storm.set,
    idle: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        pump();
      }),
  };
}
