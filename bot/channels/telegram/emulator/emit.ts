import { wants } from './account.ts';
import type { WireUpdate } from './wire.ts';
import { type Desk, scaledMs } from './world.ts';

const dayS = 86_400;
/** How long Telegram repeats an update before it is dropped without trace: messages a day, presses 150 s. */
const lifeS: Record<string, number> = { callback_query: 150, inline_query: 30 };
const pendingMax = 100_000;

/** Puts one update in line for the bot and returns its id. Updates of one `queue` reach it one at a time. */
export function emit(desk: Desk, kind: string, content: object, queue: string): number {
  return emitRaw(desk, { update_id: desk.account.nextUpdate++, [kind]: content }, kind, queue);
}

export function emitRaw(desk: Desk, update: WireUpdate, kind: string, queue: string): number {
  const { account, world } = desk;
  world.stats.updates++;
  if (!wants(account.allowed, kind) || account.pending.size >= pendingMax) {
    world.stats.dropped++;
    return update.update_id;
  }
  const dropAt = world.clock.now() + scaledMs(world, lifeS[kind] ?? dayS);
  const pending = { update, kind, queue, dropAt, tries: 0 };
  account.pending.set(update.update_id, pending);
  if (account.webhook) desk.delivery.add(pending);
  else desk.polling.wake();
  return update.update_id;
}
