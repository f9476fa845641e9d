import { connect } from '../../../db/database.ts';
import { createOutbox } from '../../../db/outbox.ts';
import { createSeal } from '../../../db/sealed.ts';
import { createSessions } from '../../../db/sessions.ts';
import { testDatabase } from '../../../db/testing.ts';
import { createTelegramEmulator, type Phone } from '../../channels/telegram/emulator/index.ts';
import { createTelegram } from '../../channels/telegram/index.ts';
import type { Content } from '../../conversation/inbound.ts';
import { literal } from '../../conversation/reply.ts';
import { testCity } from '../../conversation/testing/city.ts';
import { townReads } from '../../conversation/testing/reads.ts';
import { flows } from '../../flows/index.ts';
import { createHandle, openQuestionOf } from '../../handle.ts';
import type { Letter, Session } from '../../ports.ts';
import { createDeliver } from '../deliver.ts';

const token = '4242:test-token-of-the-emulator';

/** Somebody who has begun a chat: their phone, their session, and what the bot said to them. */
export type Reader = { phone: Phone; session: Session; heard: () => string[] };

export type LetterRoom = Awaited<ReturnType<typeof openLetterRoom>>;

let people = 7100;
let updates = 0;

/** An outbox on PostgreSQL with the strict Telegram at its other end; nothing waits for a pace, and time passes when told. */
export const openLetterRoom = async () => {
  const emulator = createTelegramEmulator({ bots: [{ token }] });
  const alarms: string[] = [];
  const own = await testDatabase();
  const database = connect(own.url);
  const seal = createSeal(Buffer.alloc(32, 7));
  const sessions = createSessions(database, seal);
  const outbox = createOutbox(database, seal);
  const hall = {
    registry: flows,
    city: () => testCity,
    clock: { now: () => new Date() },
    random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
    sessions,
    reads: () => townReads,
  };
  const handle = createHandle(hall);
  const telegram = createTelegram({ token, apiRoot: 'http://telegram.test' }, async (url, body) => {
    const answer = await emulator.call(token, url.split('/').at(-1) ?? '', JSON.parse(body));
    if (typeof answer === 'string') throw new TypeError(answer);
    return answer;
  });
  const deliver = createDeliver({
    outbox,
    channels: () => [telegram],
    question: openQuestionOf(hall),
    pace: () => 0,
    wait: async () => {},
    locale: () => 'id',
    now: hall.clock.now,
    alarm: ({ failure, detail }) => void alarms.push(`${failure} ${detail}`),
  });

  return {
    emulator,
    alarms,
    sql: own.sql,
    sessions,
    outbox,
    deliver,
    somebody: async (): Promise<Reader> => {
      const phone = emulator.phone({ id: people++, firstName: 'Sri' });
      phone.type('/start');
      const address = { channel: 'telegram', account: '4242', id: String(phone.person.id) } as const;
      const session = await sessions.open(address, true);
      const heard = () =>
        phone
          .messages()
          .filter(({ from }) => from === 'bot')
          .map(({ text }) => text);
      return { phone, session, heard };
    },
    post: ({ session }: Pick<Reader, 'session'>, ...letters: (string | Letter)[]) =>
      sessions.post(
        session,
        letters.map((one) =>
          typeof one === 'string' ? { say: { text: literal(one) }, lane: 'interactive' } : one,
        ),
      ),
    tell: ({ session }: Reader, content: Content, album?: string) => {
      const id = String(++updates);
      const from = session.contact.address;
      return handle({ id, from, at: new Date(), content, ...(album && { album }) }, id.padStart(64, '0'));
    },
    /** Whatever waits is due now, as if the time had passed. */
    timePasses: async () => {
      await own.sql`update letter set not_before = now() - interval '1 second' where state = 'waiting'`;
      await own.sql`delete from pause`;
    },
    /** Every letter's state, with its failure, in the order they were written. */
    states: async (): Promise<string[]> =>
      (await own.sql`select state, failure from letter order by id`).map(({ state, failure }) =>
        failure ? `${state}: ${failure}` : state,
      ),
    clear: async () => {
      emulator.faults.clear();
      alarms.length = 0;
      await own.sql`delete from letter`;
      await own.sql`delete from pause`;
    },
    close: async () => {
      await database.close();
      await own.drop();
      emulator.close();
    },
  };
};
