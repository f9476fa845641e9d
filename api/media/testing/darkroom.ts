import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyChannel, Fetched } from '../../../bot/channels/channel.ts';
import { can } from '../../../bot/channels/telegram/can.ts';
import type { Address, MediaKind } from '../../../bot/conversation/inbound.ts';
import { beginTalk, type Talk } from '../../../bot/conversation/talk.ts';
import type { Session } from '../../../bot/ports.ts';
import { connect } from '../../../db/database.ts';
import { createMediaStore } from '../../../db/media.ts';
import { createSeal } from '../../../db/sealed.ts';
import { createSessions, keyOfMessage } from '../../../db/sessions.ts';
import { testDatabase } from '../../../db/testing.ts';
import { cleanPhoto } from '../clean.ts';
import { createMediaJob, type MediaWork } from '../job.ts';
import { createDiskStorage } from '../storage/disk.ts';

/** A platform that holds files by id; what it answers next may be set, and every request is counted. */
export const shelf = (account = 'bot') => {
  const files = new Map<string, Fetched | (() => Promise<Fetched>)>();
  const asked: string[] = [];
  const channel: AnyChannel = {
    name: 'telegram',
    account,
    can,
    parse: () => [],
    encode: () => [],
    send: async () => ({ ok: true, id: undefined }),
    fetch: async (file) => {
      asked.push(file);
      const found = files.get(file);
      if (typeof found === 'function') return found();
      return found ?? { ok: false, again: false, detail: 'no such file' };
    },
  };
  return { files, asked, channel };
};

/** Everything that photos pass through, for a test: a database of its own, a folder, a platform, and people in a talk. */
export const darkroom = async () => {
  const copy = await testDatabase();
  const database = connect(copy.url, { max: 8 });
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-photos-'));
  const seal = createSeal(randomBytes(32));
  const storage = createDiskStorage(folder);
  const platform = shelf();
  const alarms: { id: string; code: string }[] = [];
  const { sql } = database;

  const work = (): Omit<MediaWork, 'clean'> => ({
    media: createMediaStore(database, seal),
    channels: () => [platform.channel],
    storage,
    alarm: (fault) => alarms.push(fault),
  });
  /** The job of one more process; `workerJob` is that of a Worker, which has no cleaner. */
  const job = (other: Partial<MediaWork> = {}) => createMediaJob({ ...work(), clean: cleanPhoto, ...other });
  const workerJob = () => createMediaJob(work());

  const sessions = () => createSessions(database, seal);
  const someone = (id: string): Address => ({ channel: 'telegram', account: 'bot', id });

  /** Somebody sends photos within a conversation, as one message each would; gives the session as it then stands. */
  const sends = async (
    from: Address,
    photos: readonly { id: string; file: string; bytes?: number; kind?: MediaKind }[],
    talk: Talk | null = {
      ...beginTalk('report', 'abcd', { photo: photos.map(({ id }) => id) }),
      asked: 'identity',
    },
    parked: readonly Talk[] = [],
  ): Promise<Session> => {
    const hall = sessions();
    const session = await hall.open(from, true);
    const done = await hall.commit(session, {
      key: keyOfMessage(seal, from, randomUUID()),
      talk,
      parked,
      menu: [],
      effects: photos.map((photo) => ({ do: 'media.want', kind: 'photo', ...photo })),
      letters: [],
      now: new Date('2026-11-20T03:00:00Z'),
    });
    if (done.kind !== 'done') throw new Error('the photos were not wanted');
    return hall.open(from, false);
  };

  const row = async (id: string) =>
    (
      await sql`select state, reason, attempts, width, height, size, not_before > now() as waits from media where id = ${id}`
    )[0];
  const due = () => sql`update media set not_before = now()`;
  const letters = async () =>
    (
      await sql<
        { contact_id: string; dedupe: string; body: Uint8Array }[]
      >`select contact_id, dedupe, body from letter order by id`
    ).map(({ contact_id: contact, dedupe, body }) => ({
      dedupe,
      say: JSON.parse(seal.open('letter', `letter|${contact}`, body)),
    }));
  const close = async () => {
    await database.close();
    await copy.drop();
    await rm(folder, { recursive: true });
  };
  return {
    database,
    sql,
    seal,
    folder,
    storage,
    platform,
    alarms,
    job,
    workerJob,
    sessions,
    someone,
    sends,
    row,
    due,
    letters,
    close,
  };
};
