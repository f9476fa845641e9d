import type { Visit } from '../reader.ts';
import type { Chat, News } from '../visitor/chat.ts';
import { bubbleOf, conversation } from './conversation.ts';
import { hatLinks } from './hat-switch.ts';
import { stringOf } from './html.ts';
import { keys } from './keys.ts';
import { lineView } from './line-view.ts';
import { isAhead } from './local-time.ts';
import { skinLinks } from './skin-switch.ts';
import { windowState } from './window-view.ts';

type Sent = { event: string; data: unknown };

const clockOf = (visit: Visit, chat: Chat): Sent => {
  const { hall, time } = visit;
  const now = hall.clock.now();
  const window = windowState(visit, chat);
  return {
    event: 'clock',
    data: { clock: time.clock(now), date: time.date(now), ahead: isAhead(now), window },
  };
};

const hatsOf = async (visit: Visit, chat: Chat): Promise<Sent> => ({
  event: 'hats',
  data: {
    html: await stringOf(hatLinks(visit, chat.persona, chat.visitor)),
    apps: await stringOf(skinLinks(visit, chat.persona, chat.visitor)),
  },
});

const keysOf = async (visit: Visit, chat: Chat): Promise<Sent> => ({
  event: 'keys',
  data: { html: await stringOf(keys(visit, chat.phone(), chat.persona.key)) },
});

/** The whole chat, for a page that has just come or has lost the thread. */
export const wholeChat = async (visit: Visit, chat: Chat): Promise<Sent[]> => {
  const lines = await Promise.all(chat.lines().map((line) => stringOf(lineView(visit, line))));
  return [
    {
      event: 'chat',
      data: {
        html: await stringOf(conversation(visit, chat.persona, chat)),
        lines: lines.join(''),
        blocked: chat.isBlocked(),
      },
    },
    await keysOf(visit, chat),
    await hatsOf(visit, chat),
    clockOf(visit, chat),
  ];
};

/** One piece of news as the page takes it. */
export const newsEvents = async (
  visit: Visit,
  chat: Chat,
  news: Exclude<News, { kind: 'fresh' }>,
): Promise<Sent[]> => {
  switch (news.kind) {
    case 'message': {
      const piece = bubbleOf(visit, chat, news.id);
      const data = { id: news.id, by: news.by, html: piece ? await stringOf(piece) : '' };
      return [{ event: 'message', data }, await keysOf(visit, chat), clockOf(visit, chat)];
    }
    case 'changed': {
      const piece = bubbleOf(visit, chat, news.id);
      return [{ event: 'changed', data: { id: news.id, html: piece ? await stringOf(piece) : '' } }];
    }
    case 'gone':
      return [{ event: 'message', data: { id: news.id, by: 'bot', html: '' } }];
    case 'toast':
      return [{ event: 'toast', data: { text: news.text, alert: news.alert } }];
    case 'typing':
      return [{ event: 'typing', data: {} }];
    case 'line':
      return [{ event: 'line', data: { html: await stringOf(lineView(visit, news.line)) } }];
    case 'elsewhere':
      return [await hatsOf(visit, chat)];
    case 'clock':
      return [clockOf(visit, chat)];
    default:
      return news satisfies never;
  }
};
