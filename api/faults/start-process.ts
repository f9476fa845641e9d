import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What one process of the service is given. */
export type Given = {
  databaseUrl: string;
  apiRoot: string;
  token: string;
  secret: string;
  key: Uint8Array;
  plant?: string;
  /** Telegram unless said. */
  channel?: 'whatsapp-cloud';
};

/** A process of the service: where it listens, all that it printed, and how to end it at once (`kill -9`). */
export type ServiceProcess = { port: number; printed: () => string; kill: () => Promise<void> };

const script = fileURLToPath(new URL('./service.ts', import.meta.url));

/** Starts the service as a process of its own and waits until it listens. Throws with what it printed when it ends before that. */
export const startProcess = async (given: Given): Promise<ServiceProcess> => {
  const child = fork(script, [], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      FAULTS_DATABASE: given.databaseUrl,
      FAULTS_API_ROOT: given.apiRoot,
      FAULTS_TOKEN: given.token,
      FAULTS_SECRET: given.secret,
      FAULTS_KEY: Buffer.from(given.key).toString('base64'),
      ...(given.plant && { FAULTS_PLANT: given.plant }),
      ...(given.channel && { FAULTS_CHANNEL: given.channel }),
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const ended = once(child, 'exit');
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port));
    child.once('exit', () => reject(new Error(`the service did not start:\n${printed}`)));
  });
  return {
    port,
    printed: () => printed,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
