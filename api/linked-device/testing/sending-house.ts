import { account } from '../../../bot/channels/whatsapp-linked/index.ts';
import { literal, type Reply } from '../../../bot/conversation/reply.ts';
import { changeLinkedDevice } from '../../../db/stores/linked-device-settings.ts';
import { readEnv } from '../../env.ts';
import { openTestHall } from '../../testing/hall.ts';
import { connectLinkedDevice, type LinkedDeviceConnection } from '../connect.ts';
import { type Manners, manners } from '../sending/index.ts';
import { openWhatsApp, type WhatsApp } from '../testing-server/index.ts';
import { linkOn } from './on-whatsapp.ts';
import { until } from './watched-library.ts';

/** A hand that does not hesitate and looks again soon (seconds). */
const brisk: Manners = { ...manners, dice: () => 0, lookAgain: 0.2 };

/** What has become of a letter. */
export type LetterRow = { id: number; state: string; failure: string | null; rank: number; attempts: number };

/** The service with its number linked to WhatsApp on this machine, as it starts by the settings, and people who have written to it. */
export const openSendingHouse = async (given: Partial<Manners> = {}) => {
  const house = await openTestHall();
  const { hall } = house;
  const whatsApp = await openWhatsApp();
  await linkOn(whatsApp, hall.database);
  const env = readEnv({ WHATSAPP_LINKED_DEVICE: '1', WHATSAPP_LINKED_DEVICE_URL: whatsApp.url });
  let connection: LinkedDeviceConnection | undefined;
  let people = 0;

  const begin = async () => {
    connection = connectLinkedDevice(env, hall, {
      media: async () => 0,
      after: () => {},
      manners: { ...brisk, ...given },
    });
    await connection?.begin();
    await until(() => whatsApp.isLive());
  };
  const end = async () => {
    await connection?.stop();
    hall.channels.splice(
      hall.channels.findIndex(({ name }) => name === 'whatsapp-linked'),
      1,
    );
  };
  await begin();

  const deliverUntil = async (is: () => boolean | Promise<boolean>, most = 20_000): Promise<void> => {
    const last = Date.now() + most;
    for (;;) {
      await hall.deliver();
      if (await is()) return;
      if (Date.now() > last) throw new Error('it never came to that');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  const sessionOf = (person: ReturnType<WhatsApp['person']>) =>
    hall.sessions.open({ channel: 'whatsapp-linked', account, id: person.lid }, true, [person.number]);

  return {
    house,
    hall,
    whatsApp,
    begin,
    end,
    deliverUntil,
    sessionOf,
    /** Somebody who has written and been answered. */
    somebody: async () => {
      people += 1;
      const person = whatsApp.person(people, `Sri ${people}`);
      await person.type('halo');
      await deliverUntil(() => person.received().length === 1);
      return person;
    },
    /** Leaves a letter for somebody. */
    post: async (person: ReturnType<WhatsApp['person']>, said: string | Reply, bulk = false) => {
      const say = typeof said === 'string' ? { text: literal(said) } : said;
      await hall.sessions.post(await sessionOf(person), [{ say, lane: bulk ? 'bulk' : 'interactive' }]);
    },
    /** The last letter of somebody, or of all. */
    letters: async (): Promise<LetterRow[]> => [
      ...(await hall.database.sql<LetterRow[]>`
        select id::int as id, state, failure, rank, attempts from letter order by id`),
    ],
    dailyMost: async (dailyMost: number) => {
      await changeLinkedDevice(hall.database.sql, { dailyMost });
      await hall.refresh();
    },
    told: (event: string) => house.log.lines.filter((line) => line.event === event),
    close: async () => {
      await connection?.stop();
      await whatsApp.close();
      await house.close();
    },
  };
};

export type SendingHouse = Awaited<ReturnType<typeof openSendingHouse>>;

/** What somebody read, in order. */
export const readBy = (person: ReturnType<WhatsApp['person']>): string[] =>
  person.received().map(({ message }) => message.extendedTextMessage?.text ?? '');
