import { connect } from '../../../db/database.ts';
import { createLetterStatus } from '../../../db/letter-status.ts';
import { createOutbox } from '../../../db/outbox.ts';
import { createReads } from '../../../db/reads/conversation.ts';
import { createSeal } from '../../../db/sealed.ts';
import { createSessions } from '../../../db/sessions.ts';
import { testDatabase } from '../../../db/testing.ts';
import type { AnyChannel, Status } from '../../channels/channel.ts';
import {
  createGraphEmulator,
  type GraphOptions,
  manualClock,
  type Person,
} from '../../channels/whatsapp-cloud/emulator/index.ts';
import { failureOfCode } from '../../channels/whatsapp-cloud/failure-of-code.ts';
import { createWhatsAppCloud } from '../../channels/whatsapp-cloud/index.ts';
import { templateDrafts } from '../../channels/whatsapp-cloud/template-drafts.ts';
import { literal } from '../../conversation/reply.ts';
import { testCity } from '../../conversation/testing/city.ts';
import { townReads } from '../../conversation/testing/reads.ts';
import { flows } from '../../flows/index.ts';
import { createHandle, openQuestionOf } from '../../handle.ts';
import type { Letter, Session } from '../../ports.ts';
import { createDeliver, type Delivery } from '../deliver.ts';
import { createStatuses } from '../statuses.ts';

const number = {
  phoneNumberId: '1001',
  displayNumber: '62 298 700 1001',
  token: 'EAAuji',
  appSecret: 'rahasia',
  verifyToken: 'cocok',
};

export type WhatsAppRoom = Awaited<ReturnType<typeof openWhatsAppRoom>>;

let people = 6_281_200_000_100;

/**
 * An outbox on PostgreSQL with the strict Graph API at its other end, and people with phones whose webhooks come back. The
 * hall's clock and Meta's are one and move when told.
 */
export const openWhatsAppRoom = async (options: Partial<GraphOptions> = {}) => {
  const clock = manualClock(Date.now());
  const alarms: string[] = [];
  const own = await testDatabase();
  const database = connect(own.url);
  const seal = createSeal(Buffer.alloc(32, 7));
  const sessions = createSessions(database, seal, { city: () => testCity });
  const outbox = createOutbox(database, seal);
  const now = () => new Date(clock.now());
  const emulator = createGraphEmulator({
    numbers: [number],
    clock,
    statuses: false,
    post: async (_, body) => {
      await hear(JSON.parse(body));
      return { status: 200, body: '' };
    },
    ...options,
  });
  void emulator.subscribe('http://bot.test/webhooks/whatsapp', { unasked: true });
  for (const { name, language, components } of templateDrafts) {
    const [{ text: body }, { buttons }] = components;
    const replies = buttons.map(({ text }) => ({ type: 'quick_reply', text }) as const);
    emulator.approve({ name, language, category: 'utility', body, buttons: replies });
  }
  const hall = {
    registry: flows,
    city: () => testCity,
    clock: { now },
    random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
    sessions,
    reads: () => townReads,
  };
  const handle = createHandle(hall);
  const wire = { before: undefined as (() => Promise<void>) | undefined };
  const whatsapp = createWhatsAppCloud({ ...number, apiRoot: 'http://graph.test' }, async (_, __, body) => {
    await wire.before?.();
    const { status, body: json } = await emulator.call(JSON.parse(String(body)));
    return { status, json };
  });
  const channels: AnyChannel[] = [whatsapp];
  const alarm: Delivery['alarm'] = ({ failure, detail }) => void alarms.push(`${failure} ${detail}`);
  const statuses = createStatuses({ letters: createLetterStatus(database, seal), failureOfCode, alarm });
  const settle = (told: readonly Status[]) => statuses('whatsapp-cloud', told);
  const delivery: Delivery = {
    outbox,
    channels: () => channels,
    question: openQuestionOf(hall),
    pace: () => 0,
    wait: async () => {},
    locale: () => 'id',
    now,
    alarm,
  };
  const deliver = createDeliver(delivery);
  let messages = 0;

  const hear = async (payload: unknown) => {
    await settle(whatsapp.statuses?.(payload) ?? []);
    for (const inbound of whatsapp.parse(payload)) {
      const { session, taken, letters } = await handle(inbound, String(++messages).padStart(64, '0'));
      if (letters) await deliver({ contact: session.contact.id, taken });
    }
  };

  return {
    emulator,
    alarms,
    clock,
    sql: own.sql,
    seal,
    sessions,
    outbox,
    delivery,
    deliver,
    settle,
    wire,
    now,
    readsOf: createReads(database, seal, () => testCity, now),
    /** Another channel of the same people. */
    add: (channel: AnyChannel) => void channels.push(channel),
    /** Somebody who has said hello and heard the answer. */
    somebody: async (person: Partial<Person> = {}) => {
      const phone = emulator.phone({ name: 'Sri', waId: String(people++), ...person });
      phone.type('menu');
      await emulator.idle();
      phone.catchUp();
      const address = { channel: 'whatsapp-cloud', account: '1001', id: phone.person.waId ?? '' } as const;
      const session = await sessions.open(address, true);
      await own.sql`delete from letter where contact_id = ${session.contact.id}`;
      const before = phone.messages().length;
      /** What the bot has said since; a template by its name. */
      const heard = () =>
        phone
          .messages()
          .slice(before)
          .filter(({ from }) => from === 'bot')
          .map(({ text, template }) => template ?? text);
      return { phone, session, heard };
    },
    post: ({ session }: { session: Session }, ...letters: (string | Letter)[]) =>
      sessions.post(
        session,
        letters.map((one) =>
          typeof one === 'string' ? { say: { text: literal(one) }, lane: 'interactive' } : one,
        ),
      ),
    hoursPass: (hours: number) => clock.advance(hours * 3_600_000),
    /** Whatever waits is due now, as if the time had passed. */
    retries: async () => {
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
      emulator.statuses(false);
      clock.advance(60_000);
      await emulator.idle();
      wire.before = undefined;
      channels.splice(1);
      alarms.length = 0;
      await own.sql`delete from letter`;
      await own.sql`delete from pause`;
      await own.sql`delete from template_missing`;
    },
    close: async () => {
      await database.close();
      await own.drop();
      emulator.close();
    },
  };
};
