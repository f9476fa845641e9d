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
import { answerAlbums } from './waiting-albums.ts';

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
      const found = phone
        .messages()
        .findLast(({ id, from }) => from === 'bot' && told.get(id)?.includes(words));
      if (!found) throw new Error(`${who.firstName} was told nothing of "${words}"`);
      return found;
    };
    /** All that a message ever said, for cards are changed; and what its buttons ever sent. */
    const told = new Map<number, string>();
    const cards = new Map<string, string>();
    phone.subscribe((event) => {
      if (event.kind !== 'message' && event.kind !== 'edit') return;
      const { id, text, buttons } = event.message;
      told.set(id, `${told.get(id) ?? ''}\n${text}`);
      for (const one of buttons.flat()) if ('data' in one) cards.set(`${id} ${one.label}`, one.data);
    });
    let albums = 0;
    let answered = 0;
    const { seen, ...acts } = phoneActor(phone, settled);
    return {
      ...acts,
      seen: async () => {
        if (answered < albums) {
          answered = albums;
          await settled();
          await answerAlbums(hall);
        }
        return seen();
      },
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
      files: async () =>
        phone.messages().flatMap(({ from, document }) => {
          const bytes = from === 'bot' && document && emulator.file(document.file_id)?.bytes;
          return bytes ? [{ name: document.file_name ?? '', text: new TextDecoder().decode(bytes) }] : [];
        }),
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
