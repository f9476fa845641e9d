import { clientOf } from '../bot/channels/telegram/client.ts';
import { publishCommands } from '../bot/channels/telegram/commands.ts';
import { flows } from '../bot/flows/index.ts';
import { menuCommands } from '../bot/menu-commands.ts';
import type { Env } from './env.ts';
import type { OpenHall } from './hall.ts';
import { leanPost } from './lean-post.ts';
import { faultOf } from './log.ts';
import type { TelegramRoute } from './routes/telegram.ts';
import { addTelegramBot } from './telegram-bot.ts';
import { pollTelegram } from './telegram-poll.ts';

/** The real bot, if there is a token: its webhook route, or long polling in a demo without a secret. */
export type TelegramConnection = {
  route?: TelegramRoute;
  begin: () => Promise<void>;
  stop: () => Promise<void>;
};

const nothing = async () => {};

export const connectTelegram = async (
  env: Env,
  hall: OpenHall,
  { media, after }: { media: () => Promise<unknown>; after: TelegramRoute['after'] },
): Promise<TelegramConnection> => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_API_ROOT: apiRoot } = env;
  if (!token) return { begin: nothing, stop: nothing };
  const bot = { token, apiRoot };
  const { desk } = addTelegramBot(hall, bot, { media, post: leanPost });
  const client = clientOf(bot);
  const publish = () =>
    publishCommands(client.telegram, menuCommands(flows), hall.city().agency.locales).catch(
      (error: unknown) =>
        hall.log.warn({ event: 'commands-not-published', channel: 'telegram', code: faultOf(error).code }),
    );
  if (secret)
    return {
      route: { secrets: secret.split(','), desk, after },
      begin: async () => {
        after(publish());
      },
      stop: nothing,
    };
  const poller = pollTelegram(client, desk, hall.log);
  return {
    begin: async () => {
      after(publish());
      poller.begin();
    },
    stop: poller.stop,
  };
};
