import type { Post } from '../../emulator/post.ts';
import { ring } from '../../emulator/ring.ts';
import type { Account } from './account.ts';
import { createDelivery } from './delivery.ts';
import type { BotSetting, EmulatorOptions } from './emulator-options.ts';
import { createPolling } from './polling.ts';
import { doWebhookReply } from './webhook-reply.ts';
import type { Desk, World } from './world.ts';

/** Ids start at a random number, again after a quiet week. https://core.telegram.org/bots/api#update */
export const firstUpdateId = (dice: () => number): number => 100_000_000 + Math.floor(dice() * 800_000_000);

/** One bot, ready to be spoken to. */
export function openDesk(world: World, bot: BotSetting, options: EmulatorOptions, post: Post): Desk {
  const { token, username = 'pendopo_bot', firstName = 'Pendopo', privacy = true } = bot;
  const account: Account = {
    token,
    user: { id: Number(token.split(':', 1)[0]), is_bot: true, first_name: firstName, username },
    privacy,
    chats: new Map(),
    met: new Set(),
    nextMessage: 1 + Math.floor(world.dice() * 1000),
    nextUpdate: firstUpdateId(world.dice),
    pending: new Map(),
    presses: new Map(),
    webhook: undefined,
    allowed: undefined,
    lastError: undefined,
    calls: ring(options.callsKept ?? 10_000),
    settings: new Map(),
  };
  const delivery = createDelivery(world, account, post, (body) => doWebhookReply(desk, body));
  const desk: Desk = { world, account, delivery, polling: createPolling(world, account) };
  return desk;
}
