import type { TelegramEmulator } from '../../../bot/channels/telegram/emulator/index.ts';
import type { Backstage, Stage } from './rendering.ts';
import { onTelegram } from './telegram.ts';
import { onWhatsAppCloud } from './whatsapp-cloud.ts';

/** Telegram and the official WhatsApp beside each other on one hall, whatever the rendering of the run; people come in by turns. */
export const onTwoDoors = async (
  backstage: Backstage,
): Promise<Stage & { readonly emulator: TelegramEmulator }> => {
  const telegram = await onTelegram(backstage, {});
  const whatsApp = await onWhatsAppCloud(backstage);
  let next = 0;
  return {
    emulator: telegram.emulator,
    app: { ...telegram.app, ...whatsApp.app },
    open: async (origin) => {
      await telegram.open(origin);
      await whatsApp.open(origin);
    },
    person: (who) => (next++ % 2 === 0 ? telegram : whatsApp).person(who),
    settled: async () => {
      await telegram.settled();
      await whatsApp.settled();
    },
    close: async () => {
      await telegram.close();
      await whatsApp.close();
    },
  };
};
