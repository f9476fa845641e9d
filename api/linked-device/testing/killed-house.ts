import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A house with a linked device, as a process of its own that can be killed at once (`kill -9`). */
export type KilledHouse = { printed: () => string; kill: () => Promise<void> };

const script = fileURLToPath(new URL('./house-process.ts', import.meta.url));

/** Starts it and waits until its device has begun. Throws with what it printed when it ends before that. */
export const startHouse = async (given: {
  databaseUrl: string;
  whatsAppUrl: string;
  key: Uint8Array;
}): Promise<KilledHouse> => {
  const child = fork(script, [], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    env: {
      PATH: process.env.PATH,
      HOUSE_DATABASE: given.databaseUrl,
      HOUSE_WHATSAPP: given.whatsAppUrl,
      HOUSE_KEY: Buffer.from(given.key).toString('base64'),
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const ended = once(child, 'exit');
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error(`the house did not start:\n${printed}`)));
  });
  return {
    printed: () => printed,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
