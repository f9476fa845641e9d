import { keepAlivePost, type Posted } from '../../bot/channels/emulator/post.ts';
import { testSecret } from '../testing/hall.ts';
import type { ServiceProcess } from './start-process.ts';

/** Updates made by hand and brought by hand, to the process that a test chooses, as often as it likes. */
export type LetterCarrier = {
  text: (chat: number, text: string) => object;
  press: (chat: number, data: string, on?: number) => object;
  place: (chat: number, lat: number, lon: number) => object;
  bring: (to: ServiceProcess, update: object) => Promise<Posted>;
  close: () => void;
};

let nextUpdate = 500_000_000;

/** What a webhook's answer asks Telegram to do; nothing when it is empty. */
export const replyOf = ({ body }: Posted): { method?: string; text?: string; reply_markup?: unknown } =>
  body ? JSON.parse(body) : {};

/** The data of the first button in a reply that answers this question with this choice. */
export const buttonIn = (posted: Posted, ending: string): string => {
  const found = new RegExp(`"callback_data":"([^"]*${ending.replace('$', '\\$')})"`).exec(posted.body)?.[1];
  if (!found) throw new Error(`no button "${ending}" in ${posted.status} ${posted.body}`);
  return found;
};

export const letterCarrier = (): LetterCarrier => {
  const post = keepAlivePost(100);
  const from = (id: number) => ({ id, is_bot: false, first_name: 'Warga', language_code: 'id' });
  const chat = (id: number) => ({ id, type: 'private', first_name: 'Warga' });
  const message = (id: number, content: object) => {
    const update_id = nextUpdate++;
    return {
      update_id,
      message: {
        message_id: update_id % 100_000,
        date: 1_790_000_000,
        chat: chat(id),
        from: from(id),
        ...content,
      },
    };
  };
  return {
    text: (id, text) => message(id, { text }),
    place: (id, latitude, longitude) => message(id, { location: { latitude, longitude } }),
    press: (id, data, on = 1) => {
      const update_id = nextUpdate++;
      const card = { message_id: on, date: 1_790_000_000, chat: chat(id), text: 'kartu' };
      return {
        update_id,
        callback_query: { id: `${update_id}0`, from: from(id), message: card, chat_instance: '1', data },
      };
    },
    bring: (to, update) =>
      post(`http://127.0.0.1:${to.port}/webhooks/telegram`, JSON.stringify(update), {
        'content-type': 'application/json',
        'x-telegram-bot-api-secret-token': testSecret,
      }),
    close: post.close,
  };
};
