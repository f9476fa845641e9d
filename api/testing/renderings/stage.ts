import type { EmulatorOptions, TelegramEmulator } from '../../../bot/channels/telegram/emulator/index.ts';
import { onPlainText } from './plain.ts';
import { type Backstage, noPhone, rendering, type Stage } from './rendering.ts';
import { onTelegram } from './telegram.ts';
import { onWhatsAppCloud } from './whatsapp-cloud.ts';

/** The channel of this run on a hall; `emulator` is Telegram's, and there only. */
export const openStage = async (
  backstage: Backstage,
  options: Partial<EmulatorOptions>,
): Promise<Stage & { readonly emulator: TelegramEmulator }> => {
  switch (rendering) {
    case 'telegram':
      return onTelegram(backstage, options);
    case 'whatsapp-cloud':
      return withoutEmulator(await onWhatsAppCloud(backstage));
    case 'whatsapp-linked': {
      const { onWhatsAppLinked } = await import('./whatsapp-linked.ts');
      return withoutEmulator(await onWhatsAppLinked(backstage));
    }
    case 'plain':
      return withoutEmulator(await onPlainText(backstage));
    default:
      return rendering satisfies never;
  }
};

const withoutEmulator = (stage: Stage) => ({
  ...stage,
  get emulator() {
    return noPhone();
  },
});
