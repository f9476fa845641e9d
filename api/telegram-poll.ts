import type { Telegraf } from 'telegraf';
import { allowedUpdates } from '../bot/channels/telegram/commands.ts';
import { faultOf, type Log } from './log.ts';
import type { TelegramDesk } from './telegram-desk.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How often an update that could not be written is tried again before polling goes on (a demo has no other memory). */
const triesMost = 30;

const chatOf = (update: object): string => {
  const [body] = Object.values(update).filter((value) => typeof value === 'object');
  const from = (body as { from?: { id?: number } } | undefined)?.from?.id;
  return String(from ?? 'other');
};

/** Long polling through telegraf, for a demo without a public address. Telegraf hands out a batch at once; here each person's updates go one after another. */
export const pollTelegram = (
  client: Telegraf,
  desk: TelegramDesk,
  log: Log,
): { begin: () => void; stop: () => Promise<void> } => {
  const rows = new Map<string, Promise<void>>();
  let polling: Promise<void> = Promise.resolve();
  let begun = false;

  const take = async (update: object): Promise<void> => {
    for (let attempt = 1; attempt <= triesMost; attempt++) {
      const taken = await desk.take(update, 'polling');
      if (taken.kind === 'taken') {
        await Promise.allSettled(taken.after);
        return;
      }
      await pause(Math.min(1000, 100 * attempt));
    }
    log.error({ event: 'update-lost', channel: 'telegram' });
  };

  client.use((context) => {
    const chat = chatOf(context.update);
    const turn = (rows.get(chat) ?? Promise.resolve()).then(() => take(context.update));
    const row = turn.finally(() => {
      if (rows.get(chat) === row) rows.delete(chat);
    });
    rows.set(chat, row);
    return row;
  });
  client.catch((error) =>
    log.error({ event: 'poll-failed', channel: 'telegram', code: faultOf(error).code }),
  );

  return {
    begin: () => {
      begun = true;
      polling = client
        .launch({ allowedUpdates: [...allowedUpdates], dropPendingUpdates: false })
        .catch((error: unknown) =>
          log.error({ event: 'poll-stopped', channel: 'telegram', code: faultOf(error).code }),
        );
    },
    stop: async () => {
      if (begun) client.stop();
      await polling;
      await Promise.allSettled(rows.values());
    },
  };
};
