import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEnv } from '../env.ts';
import { createTasks } from '../tasks.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { connectLinkedDevice, type LinkedDeviceConnection } from './connect.ts';
import { manners } from './sending/index.ts';
import { crabline } from './testing/crabline.ts';
import { ownServer, type TalkingServer } from './testing/talking-server.ts';
import { until } from './testing/watched-library.ts';

const tasks = createTasks();

let house: TestHall;
let server: TalkingServer | undefined;
let connection: LinkedDeviceConnection | undefined;

const connect = async ({ url }: TalkingServer): Promise<void> => {
  const env = readEnv({ WHATSAPP_LINKED_DEVICE: '1', WHATSAPP_LINKED_DEVICE_URL: url });
  connection = connectLinkedDevice(env, house.hall, {
    media: async () => 0,
    after: tasks.after,
    manners: { ...manners, wait: async () => {} },
  });
  expect(await connection?.begin()).toBeUndefined();
};

const leave = async (): Promise<void> => {
  await connection?.stop();
  await server?.close();
  await house.close();
  connection = server = undefined;
};

const enter = async (open: () => Promise<TalkingServer>): Promise<TalkingServer> => {
  house = await openTestHall();
  server = await open();
  await server.link(house.hall.database);
  return server;
};

/**
 * Says things one after another, each after the answer to the one before, and gives the answers. The client keeps what a
 * session has become only after it has sent: somebody who answers within that moment could not be read, so nobody here does.
 */
const talk = async (
  talker: ReturnType<TalkingServer['talker']>,
  words: readonly string[],
): Promise<string[]> => {
  for (const [before, text] of words.entries()) {
    await (text === 'voice' ? talker.speak() : talker.type(text));
    await heard(talker, before + 1);
  }
  return talker.heard();
};

const heard = async ({ heard }: ReturnType<TalkingServer['talker']>, count: number): Promise<void> => {
  const end = Date.now() + 20_000;
  while (heard().length < count && Date.now() < end) {
    await house.hall.deliver();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(heard()).toHaveLength(count);
  await tasks.settled();
};

const dialogue = ['halo', 'voice', '/bantuan', '/bahasa', '1'];

/** Everything that both servers can play, and what came of it. */
const played = async (open: () => Promise<TalkingServer>) => {
  const server = await enter(open);
  const early = server.talker(1, 'number');
  await early.type('halo');
  await connect(server);
  await until(server.isLive);
  await heard(early, 1);
  const waited = early.heard();
  const byNumber = await talk(server.talker(2, 'number'), dialogue);
  const byHiddenId = await talk(server.talker(3, 'lid-only'), dialogue);
  const ingroup = server.talker(4, 'number');
  await ingroup.typeInGroup('Arisan jam tujuh');
  const after = await talk(server.talker(5, 'number'), ['halo']);
  return { waited, byNumber, byHiddenId, inGroup: ingroup.heard(), after };
};

beforeEach(() => {
  connection = server = undefined;
});
afterEach(leave);

describe('a WhatsApp written by others', () => {
  test('hears from the same people the same answers as ours', async () => {
    const others = await played(crabline);
    await leave();
    const ours = await played(ownServer);
    expect(others).toEqual(ours);
    expect(others.byNumber).toHaveLength(dialogue.length);
    expect(others.byNumber[0]).toContain('1');
    expect(others.inGroup).toEqual([]);
  });

  test.each([
    ['crabline', crabline],
    ['ours', ownServer],
  ] as const)('is told by a tick that a message was taken: %s', async (_, open) => {
    const server = await enter(open);
    await connect(server);
    await until(server.isLive);
    await server.talker(1, 'number').type('halo');
    await until(() => server.ticked() > 0);
    expect(house.log.lines.filter(({ event }) => event === 'linked-message-undecryptable')).toEqual([]);
  });
});
