import type { Room } from '../app.ts';
import type { Chat, News } from '../visitor/chat.ts';
import { bubbleOf, conversation } from './conversation.ts';
import { stringOf } from './html.ts';
import { keys } from './keys.ts';
import { lineView } from './line-view.ts';
import { isAhead, localTime } from './local-time.ts';

type Sent = { event: string; data: unknown };

const timeOf = ({ hall }: Room) => localTime(hall.city().agency.zone);

const clockOf = (room: Room): Sent => {
  const time = timeOf(room);
  const now = room.hall.clock.now();
  return { event: 'clock', data: { clock: time.clock(now), date: time.date(now), ahead: isAhead(now) } };
};

const keysOf = async (chat: Chat): Promise<Sent> => ({
  event: 'keys',
  data: { html: await stringOf(keys(chat.phone(), chat.persona.key)) },
});

/** The whole chat, for a page that has just come or has lost the thread. */
export const wholeChat = async (room: Room, chat: Chat): Promise<Sent[]> => {
  const time = timeOf(room);
  const lines = await Promise.all(chat.lines().map((line) => stringOf(lineView(line, time))));
  return [
    {
      event: 'chat',
      data: {
        html: await stringOf(conversation(room, chat.persona, chat)),
        lines: lines.join(''),
        blocked: chat.isBlocked(),
      },
    },
    await keysOf(chat),
    clockOf(room),
  ];
};

/** One piece of news as the page takes it. */
export const newsEvents = async (
  room: Room,
  chat: Chat,
  news: Exclude<News, { kind: 'fresh' }>,
): Promise<Sent[]> => {
  switch (news.kind) {
    case 'message': {
      const piece = bubbleOf(room, chat, news.id);
      const data = { id: news.id, by: news.by, html: piece ? await stringOf(piece) : '' };
      return [{ event: 'message', data }, await keysOf(chat), clockOf(room)];
    }
    case 'gone':
      return [{ event: 'message', data: { id: news.id, by: 'bot', html: '' } }];
    case 'toast':
      return [{ event: 'toast', data: { text: news.text, alert: news.alert } }];
    case 'typing':
      return [{ event: 'typing', data: {} }];
    case 'line':
      return [{ event: 'line', data: { html: await stringOf(lineView(news.line, timeOf(room))) } }];
    case 'clock':
      return [clockOf(room)];
    default:
      return news satisfies never;
  }
};
