import { DatabaseRefused, isDiskFull } from '../db/embedded/index.ts';
import { type Env, loadEnvFile, SettingsRefused } from './env.ts';
import { hearFaults } from './hear-faults.ts';
import { type Running, startService } from './start.ts';

const telegramLine = ({ TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET, PUBLIC_URL }: Env): string => {
  if (!TELEGRAM_BOT_TOKEN) return 'put TELEGRAM_BOT_TOKEN (from @BotFather) into .env and start again';
  if (!TELEGRAM_WEBHOOK_SECRET) return 'fetching messages by long polling; write to your bot';
  return `waiting at ${PUBLIC_URL}/webhooks/telegram; register it once: npm run pendopo -- telegram webhook`;
};

const whatsappLine = ({ WHATSAPP_TOKEN, WHATSAPP_LINKED_DEVICE, PUBLIC_URL }: Env): string => {
  const ways = [
    ...(WHATSAPP_TOKEN
      ? [`waiting at ${PUBLIC_URL}/webhooks/whatsapp; register it once in Meta's app dashboard`]
      : []),
    ...(WHATSAPP_LINKED_DEVICE ? ['a linked device: an unofficial number, which may be blocked'] : []),
  ];
  return ways.length > 0
    ? ways.join('; ')
    : 'put the four WHATSAPP_ settings into .env (see README), or link a number';
};

/** What stands on the screen when the doors are open. */
const welcome = ({ url, env, notes }: Pick<Running, 'url' | 'env' | 'notes'>): string =>
  [
    `Pendopo is ready: ${url}`,
    ...(env.DEMO ? [`  Chat now:  ${url}/coba`, '  In here:   npm run chat'] : []),
    `  Telegram:  ${telegramLine(env)}`,
    `  WhatsApp:  ${whatsappLine(env)}`,
    ...notes.map((note) => `  Note:      ${note}`),
  ].join('\n');

/** What a person can mend, in words; undefined for a fault of ours. */
const sentenceOf = (error: unknown): string | undefined => {
  if (error instanceof SettingsRefused || error instanceof DatabaseRefused) return error.message;
  return isDiskFull(error) ? 'The disk is full: make room, then start again. Nothing was lost.' : undefined;
};

/** Runs until it is told to end. What a person can mend is one clear message and exit code 1. */
export const runService = async (): Promise<void> => {
  try {
    loadEnvFile();
    const running = await startService(process.env);
    hearFaults(running.hall.log);
    let ending = false;
    const end = () => {
      if (ending) return;
      ending = true;
      void running.stop().then(() => process.exit(0));
    };
    process.on('SIGTERM', end);
    process.on('SIGINT', end);
    process.stdout.write(`${welcome(running)}\n`);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (!sentence) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  }
};
