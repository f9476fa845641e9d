import { TelegramError } from 'telegraf';

/** Why Telegram did not do it, in one sentence. A network error's own message holds the address with the token: only its code is told. */
export const telegramRefusal = (error: unknown): string => {
  if (error instanceof TelegramError) {
    if (error.code === 401 || error.code === 404) return 'Telegram does not know this TELEGRAM_BOT_TOKEN.';
    return `Telegram refused (${error.code}): ${error.description}.`;
  }
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no answer';
  return `Telegram cannot be reached (${code}).`;
};
