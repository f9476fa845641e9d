import {
  createTelegramEmulator,
  type EmulatorOptions,
  serveEmulator,
  type TelegramEmulator,
} from '../../../bot/channels/telegram/emulator/index.ts';
import { leanPost } from '../../lean-post.ts';
import { addTelegramBot } from '../../telegram-bot.ts';
import { phoneActor } from '../phone-actor.ts';
import type { Backstage, Person, Somebody, Stage } from './rendering.ts';

export const testToken = '4242:test-token-of-the-emulator';
export const testSecret = 'test-secret-of-the-webhook';

/** Telegram, strict and near, with updates by webhook and calls by HTTP. */
export const onTelegram = async (
  { hall, tasks }: Backstage,
  options: Partial<EmulatorOptions>,
): Promise<Stage & { emulator: TelegramEmulator }> => {
  const emulator = createTelegramEmulator({ bots: [{ token: testToken }], timeScale: 0.01, ...options });
  const telegram = await serveEmulator(emulator);
  const { desk, account } = addTelegramBot(
    hall,
    { token: testToken, apiRoot: telegram.url },
    { media: async () => 0, post: leanPost },
  );
  const settled = async () => {
    await emulator.idle();
    await tasks.settled();
  };

  const person = (who: Somebody): Person => {
    const phone = emulator.phone(who);
    const about = (words: string) => {
      const found = phone.messages().findLast(({ from, text }) => from === 'bot' && text.includes(words));
      if (!found) throw new Error(`${who.firstName} was told nothing of "${words}"`);
      return found;
    };
    const cards = new Map<string, string>();
    phone.subscribe((event) => {
      if (event.kind !== 'message' && event.kind !== 'edit') return;
      const { id, buttons } = event.message;
      for (const one of buttons.flat()) if ('data' in one) cards.set(`${id} ${one.label}`, one.data);
    });
    let albums = 0;
    return {
      ...phoneActor(phone, settled),
      phone,
      address: { channel: 'telegram', account, id: String(who.id) },
      voice: async () => void phone.sendVoice(),
      video: async () => void phone.sendVideo(),
      contact: async () => void phone.sendContact(),
      album: async (count) => {
        albums += 1;
        for (let i = 0; i < count; i++) phone.sendPhoto('sample', { album: `a${albums}` });
      },
      reply: async (words, text) => {
        const replyTo = about(words).id;
        if (text === undefined) phone.sendPhoto('sample', { replyTo });
        else phone.type(text, { replyTo });
      },
      pressOld: async (words, label) => {
        const { id } = about(words);
        phone.press(cards.get(`${id} ${label}`) ?? label, { on: id, stale: true });
      },
      forge: async (data) => {
        phone.update({
          callback_query: {
            id: '1',
            from: { id: who.id, is_bot: false, first_name: who.firstName },
            message: { message_id: phone.last()?.id, chat: { id: who.id, type: 'private' } },
            data,
          },
        });
      },
      block: async () => void phone.block(),
      unblock: async () => void phone.unblock(),
      heard: () => phone.messages().flatMap(({ from, text }) => (from === 'bot' ? [text] : [])),
    };
  };

  return {
    emulator,
    app: { telegram: { secrets: [testSecret], desk, after: tasks.after } },
    open: async (origin) => {
      await emulator.call(testToken, 'setWebhook', {
        url: `${origin}/webhooks/telegram`,
        secret_token: testSecret,
      });
    },
    person,
    settled,
    close: async () => {
      emulator.close();
      await telegram.close();
    },
  };
};
