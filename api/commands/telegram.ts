import { defineCommand } from 'citty';
import type { Telegram } from 'telegraf';
import { clientOf } from '../../bot/channels/telegram/client.ts';
import { allowedUpdates } from '../../bot/channels/telegram/commands.ts';
import { operatorCommand } from './operator-command.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { withProgress } from './progress.ts';
import { telegramRefusal } from './telegram-refusal.ts';
import { settings } from './with-database.ts';

type Info = Awaited<ReturnType<Telegram['getWebhookInfo']>>;

const own = 'https://api.telegram.org';

/** Webhooks at the same time, over all chats: Telegram's own default, which one process answers with ease. */
const maxConnections = 40;

/** How the webhook stands, in words; an error that is reported may be older than this registration. */
const sentences = (info: Info): string => {
  const { url, pending_update_count: pending, last_error_date: at, last_error_message: why } = info;
  return [
    `Telegram sends messages to ${url}.`,
    pending === 0 ? 'None waits.' : `${pending} wait to be sent.`,
    at
      ? `The last delivery failed at ${new Date(at * 1000).toISOString()}: ${why}.`
      : 'No delivery has failed.',
  ].join('\n');
};

const register = async (): Promise<Outcome> => {
  const env = settings();
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secrets, TELEGRAM_API_ROOT: apiRoot } = env;
  const missing = [...(token ? [] : ['TELEGRAM_BOT_TOKEN']), ...(secrets ? [] : ['TELEGRAM_WEBHOOK_SECRET'])];
  if (!token || !secrets) return refused(`${missing.join(' and ')} must be set first: see .env.example.`);
  if (apiRoot === own && !env.PUBLIC_URL.startsWith('https://'))
    return refused('PUBLIC_URL must be set to the https address at which Telegram reaches this service.');
  const { telegram } = clientOf({ token, apiRoot });
  const [secret = ''] = secrets.split(',');
  try {
    await telegram.setWebhook(`${env.PUBLIC_URL}/webhooks/telegram`, {
      secret_token: secret,
      allowed_updates: [...allowedUpdates],
      max_connections: maxConnections,
      drop_pending_updates: false,
    });
    const info = await telegram.getWebhookInfo();
    return done(sentences(info), info);
  } catch (error) {
    return refused(telegramRefusal(error));
  }
};

const webhook = operatorCommand(
  { name: 'webhook', description: 'Register PUBLIC_URL/webhooks/telegram, and say how it stands' },
  {},
  ({ json }) => withProgress('Asking Telegram', { quiet: json === true }, register),
);

/** The bot's account at Telegram. */
export const telegramCommand = defineCommand({
  meta: { name: 'telegram', description: 'Register the webhook with Telegram' },
  subCommands: { webhook },
});
