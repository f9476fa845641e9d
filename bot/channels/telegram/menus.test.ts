import { afterEach, expect, test } from 'vitest';
import { clientOf } from './client.ts';
import { createTelegramEmulator, serveEmulator } from './emulator/index.ts';
import { type Menus, menusOf } from './menus.ts';
import { RefusedByTelegram } from './send.ts';

const token = '100:uji';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const listen = async () => {
  const emulator = createTelegramEmulator({ bots: [{ token }] });
  const server = await serveEmulator(emulator);
  closing.push(server.close, emulator.close);
  return { emulator, apiRoot: server.url };
};

const commands = [{ command: 'lapor', description: 'Melaporkan masalah' }];
const where = { scope: { type: 'all_private_chats' }, language_code: 'jv' } as const;

test('plain calls put the same commands at the same place as telegraf does, and read them back', async () => {
  const calls = async (menus: Menus, emulator: Awaited<ReturnType<typeof listen>>['emulator']) => {
    const before = await menus.getMyCommands(where);
    await menus.setMyCommands(commands, where);
    const after = await menus.getMyCommands(where);
    const elsewhere = await menus.getMyCommands();
    return {
      read: [before, after, elsewhere],
      asked: emulator.calls(token).map(({ method, params, ok }) => [method, params, ok]),
    };
  };
  const first = await listen();
  const plain = await calls(menusOf({ token, apiRoot: first.apiRoot }), first.emulator);
  const second = await listen();
  const { telegram } = clientOf({ token, apiRoot: second.apiRoot });
  expect(plain).toEqual(await calls(telegram, second.emulator));
  expect(plain.read).toEqual([[], commands, []]);
});

test('a refusal says what was asked and its number, and never the token', async () => {
  const { apiRoot } = await listen();
  const fault = await menusOf({ token: '100:salah', apiRoot })
    .getMyCommands()
    .catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(RefusedByTelegram);
  expect(fault).toMatchObject({ name: 'RefusedByTelegram', code: 'getMyCommands 401' });
  expect(String(fault)).not.toContain('salah');
});
