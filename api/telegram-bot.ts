import type { Sent } from '../bot/channels/channel.ts';
import { createTelegram, type TelegramBot } from '../bot/channels/telegram/index.ts';
import type { Post } from '../bot/channels/telegram/send.ts';
import { keptPayload } from '../bot/secret-turn.ts';
import { createDeadUpdates, isDatabaseAway } from '../db/dead-updates.ts';
import type { OpenHall } from './hall.ts';
import { faultOf } from './log.ts';
import { createTelegramDesk, type TelegramDesk } from './telegram-desk.ts';

/** Telegram counts messages and what changes them; an answered press is neither. */
const isCounted = (method: string): boolean => method !== 'answerCallbackQuery';

/** As Telegram would answer, for what it would not take. */
const silentFor = async (milliseconds: number): Promise<Sent> => ({
  ok: false,
  failure: 'throttled',
  retryAfter: milliseconds / 1000,
  detail: 'not asked',
});

/** Puts a bot into the hall: its letters are delivered, its updates are taken, and its answers leave the fewer places to letters that nobody waits for. */
export const addTelegramBot = (
  hall: OpenHall,
  bot: TelegramBot,
  { media, post }: { media: () => Promise<unknown>; post?: Post },
): { desk: TelegramDesk; account: string } => {
  const channel = createTelegram(bot, post);
  hall.channels.push(channel);
  const countFailure = createDeadUpdates(hall.database, hall.seal);
  const { name, account } = channel;
  /** Milliseconds for which Telegram wants to hear nothing of the kind. */
  const counted = ({ method }: { method: string }): number =>
    isCounted(method) ? hall.said({ channel: name, account }) : 0;
  const desk = createTelegramDesk({
    channel: {
      ...channel,
      send: (wire, files) => {
        const silent = counted(wire);
        return silent > 0 ? silentFor(silent) : channel.send(wire, files);
      },
    },
    handle: hall.handle,
    handleGroup: hall.handleGroup,
    keyOf: ({ from, id }) => hall.keyOf(from, id),
    sessions: hall.sessions,
    outbox: hall.outbox,
    deliver: hall.deliver,
    announce: hall.announce,
    sweep: () => hall.deliver(),
    media,
    failed: async (key, inbound, error, payload) => {
      const { from } = inbound;
      const { code } = faultOf(error);
      hall.log.error({ event: 'update-failed', channel: from.channel, code });
      return countFailure(key, from, code, keptPayload(hall.parts.registry, inbound, payload));
    },
    isDatabaseAway,
  });
  /** Of an answer in the webhook's response nobody learns whether it was refused. */
  const take: TelegramDesk['take'] = async (payload, by) => {
    const taken = await desk.take(payload, hall.crowded({ channel: name }) ? 'polling' : by);
    if (taken.kind === 'taken' && taken.call) counted(taken.call);
    return taken;
  };
  return { desk: { take }, account };
};
