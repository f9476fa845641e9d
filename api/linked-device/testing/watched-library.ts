import * as real from '@whiskeysockets/baileys';
import type { Library, Socket } from '../library.ts';

/** The real client, each of whose sockets can be got at: what a server would make it emit is emitted on it. */
export const watchedLibrary = (): { baileys: Library; sockets: Socket[]; last: () => Socket } => {
  const sockets: Socket[] = [];
  const makeWASocket: Library['makeWASocket'] = (config) => {
    const socket = real.makeWASocket(config);
    sockets.push(socket);
    return socket;
  };
  const last = (): Socket => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  };
  return { baileys: { ...real, makeWASocket }, sockets, last };
};

/** What closes a connection with a code, as the client's own errors carry it. */
export const closing = (statusCode: number): Error =>
  Object.assign(new Error('Connection Failure'), { output: { statusCode } });

/** Waits until it is so, at most so long (milliseconds). */
export const until = async (is: () => boolean, most = 15_000): Promise<void> => {
  const end = Date.now() + most;
  while (!is()) {
    if (Date.now() > end) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
