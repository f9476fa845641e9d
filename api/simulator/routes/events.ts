import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Room } from '../app.ts';
import { personaNamed } from '../personas.ts';
import { visitOf } from '../reader.ts';
import { newsEvents, wholeChat } from '../view/news.ts';
import type { News } from '../visitor/chat.ts';
import { greetVisitor } from './visitor-cookie.ts';

const heartbeat = 15_000;
/** What a page that has fallen so far behind is sent instead: everything anew. */
const behindMost = 200;

/** `GET /coba/kejadian?as=PERSONA&di=APP`: the chat as it stands, then everything that happens in it, as server-sent events. */
export const eventsRoute = (room: Room): Hono =>
  new Hono().get('/', (c) => {
    const visit = visitOf(c, room);
    const chat = room.stage.visitors.chat(greetVisitor(c), visit.skin, personaNamed(c.req.query('as')));
    if (!chat.hasRoom()) return c.text('too many pages', 429);
    chat.read();
    return streamSSE(c, async (stream) => {
      let waiting: News[] = [{ kind: 'fresh' }];
      let wake = () => {};
      const leave = chat.watch((news) => {
        waiting = waiting.length < behindMost ? [...waiting, news] : [{ kind: 'fresh' }];
        wake();
      });
      stream.onAbort(() => {
        leave();
        wake();
      });
      const beat = setInterval(() => void stream.write(': \n\n'), heartbeat);
      beat.unref();
      try {
        while (!stream.aborted && !stream.closed && !room.stage.isClosed()) {
          const news = waiting.shift();
          if (!news) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            continue;
          }
          const events =
            news.kind === 'fresh' ? await wholeChat(visit, chat) : await newsEvents(visit, chat, news);
          for (const { event, data } of events) await stream.writeSSE({ event, data: JSON.stringify(data) });
        }
      } finally {
        clearInterval(beat);
        leave();
      }
    });
  });
