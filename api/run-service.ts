import { DatabaseRefused } from '../db/embedded/index.ts';
import { loadEnvFile, SettingsRefused } from './env.ts';
import { startService } from './start.ts';

const sentences = ({ url, demo, bot }: { url: string; demo: boolean; bot: boolean }): string =>
  [
    `Pendopo is ready: ${url}`,
    ...(demo ? [`Chat with it now:  ${url}/coba`] : []),
    bot
      ? 'Telegram is connected.'
      : 'Telegram: put TELEGRAM_BOT_TOKEN (from @BotFather) into .env and start again.',
  ].join('\n');

/** Runs until it is told to end. What a person can mend is one clear message and exit code 1. */
export const runService = async (): Promise<void> => {
  try {
    loadEnvFile();
    const running = await startService(process.env);
    let ending = false;
    const end = () => {
      if (ending) return;
      ending = true;
      void running.stop().then(() => process.exit(0));
    };
    process.on('SIGTERM', end);
    process.on('SIGINT', end);
    const { DEMO, TELEGRAM_BOT_TOKEN } = running.env;
    process.stdout.write(
      `${sentences({ url: running.url, demo: DEMO, bot: Boolean(TELEGRAM_BOT_TOKEN) })}\n`,
    );
  } catch (error) {
    if (!(error instanceof SettingsRefused) && !(error instanceof DatabaseRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
};
