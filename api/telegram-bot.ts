import { createTelegram, type TelegramBot } from '../bot/channels/telegram/index.ts';
import type { Post } from '../bot/channels/telegram/send.ts';
import { createDeadUpdates, isDatabaseAway } from '../db/dead-updates.ts';
import type { OpenHall } from './hall.ts';
import { faultOf } from './log.ts';
import { createTelegramDesk, type TelegramDesk } from './telegram-desk.ts';

/** Puts a bot into the hall: its letters are delivered, its updates are taken. */
export const addTelegramBot = (
  hall: OpenHall,
  bot: TelegramBot,
  { media, post }: { media: () => Promise<unknown>; post?: Post },
): { desk: TelegramDesk; account: string } => {
  const channel = createTelegram(bot, post);
  hall.channels.push(channel);
  const countFailure = createDeadUpdates(hall.database, hall.seal);
  const desk = createTelegramDesk({
    channel,
    handle: hall.handle,
    handleGroup: hall.handleGroup,
    keyOf: ({ from, id }) => hall.keyOf(from, id),
    sessions: hall.sessions,
    outbox: hall.outbox,
    deliver: hall.deliver,
    announce: hall.announce,
    sweep: () => hall.deliver(),
    media,
    failed: async (key, { from }, error, payload) => {
      const { code } = faultOf(error);
      hall.log.error({ event: 'update-failed', channel: from.channel, code });
      return countFailure(key, from, code, payload);
    },
    isDatabaseAway,
  });
  return { desk, account: channel.account };
};
