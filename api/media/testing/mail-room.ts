import type { Phone } from '../../../bot/channels/telegram/emulator/index.ts';
import type { Media, Reply } from '../../../bot/conversation/reply.ts';
import { openTestHall, type TestHall } from '../../testing/hall.ts';

export type Person = ReturnType<TestHall['actor']>;

export type MailRoom = Awaited<ReturnType<typeof openMailRoom>>;

/** The whole service, with people who send and get photos, voice notes and videos; letters go out when a test says so. */
export const openMailRoom = async () => {
  const house = await openTestHall();
  const { hall, emulator } = house;
  const { sql } = hall.database;

  const somebody = async (): Promise<Person> => {
    const person = house.actor();
    await person.type('/start');
    await person.seen();
    return person;
  };
  const sessionOf = ({ phone }: Person) =>
    hall.sessions.open({ channel: 'telegram', account: '4242', id: String(phone.person.id) }, true);
  const newest = async () => {
    const [row] = await sql<{ id: string; kind: Media['kind']; state: string; reason: string | null }[]>`
      select id, kind, state, reason from media order by created_at desc limit 1`;
    if (!row) throw new Error('nothing was sent');
    return row;
  };

  return {
    house,
    sql,
    somebody,
    sessionOf,
    newest,
    /** Writes a letter to somebody and tries to deliver it. */
    write: async (to: Person, say: Reply): Promise<void> => {
      await hall.sessions.post(await sessionOf(to), [{ say, lane: 'interactive' }]);
      await hall.deliver();
    },
    /** Tries again to deliver what waits, as if its time had come. */
    again: async (): Promise<void> => {
      await sql`update letter set not_before = now() where state = 'waiting'`;
      await hall.deliver();
    },
    letters: async () =>
      (await sql`select state, attempts, failure from letter order by id`).map((row) => ({ ...row })),
    /** A report under way with a photo that was just sent; gives the photo as letters name it. */
    photographed: async (bytes: Uint8Array, person: Person = house.actor()): Promise<Media> => {
      await person.type('/lapor');
      await person.seen();
      await person.type('Lampu jalan mati di depan pasar sejak tiga malam');
      await person.seen();
      person.phone.sendPhoto(bytes);
      await person.seen();
      const { id, kind } = await newest();
      return { id, kind };
    },
    /** The file that a phone shows last. */
    fileOf: (phone: Phone, what: Media['kind']): Uint8Array => {
      const shown = phone.messages().findLast((message) => message[what]);
      const file = emulator.file(shown?.[what]?.fileId ?? '');
      if (!file) throw new Error(`no ${what} on the phone`);
      return file.bytes;
    },
    clear: async () => {
      emulator.faults.clear();
      await sql`delete from letter`;
      await sql`delete from pause`;
    },
  };
};
