import { expect, test } from 'vitest';
import { longestPace } from '../../bot/pace.ts';
import { leaseSeconds } from '../../db/stores/letter.ts';
import type { AuthState } from './auth-state.ts';
import { openSocket } from './open-socket.ts';
import { silentServer } from './testing/silent-server.ts';
import { watchedLibrary } from './testing/watched-library.ts';

/** To send a message the client asks for devices, for linked ids and for keys. */
const questions = 3;

test('a message that WhatsApp does not answer is given up before its letter is taken to be sent again', async () => {
  const server = await silentServer();
  const { baileys } = watchedLibrary();
  const given: { defaultQueryTimeoutMs?: number | undefined }[] = [];
  const makeWASocket: typeof baileys.makeWASocket = (config) => {
    given.push(config);
    return baileys.makeWASocket(config);
  };
  const auth: AuthState = {
    creds: baileys.initAuthCreds(),
    keys: { get: async () => ({}), set: async () => {} },
    save: async () => {},
    settled: async () => {},
  };
  const connection = { url: server.url, sentText: async () => undefined };
  const socket = openSocket({ ...baileys, makeWASocket }, auth, connection);
  await socket.end(undefined);
  await server.close();
  const [{ defaultQueryTimeoutMs: patience = Number.POSITIVE_INFINITY } = {}] = given;
  expect(longestPace + patience * questions).toBeLessThan(leaseSeconds * 1000);
});
