import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Line } from '../../log.ts';
import type { LeaseTimes } from '../owning/ownership.ts';
import { rootKey } from '../testing-server/certificate.ts';
import type { WhatsApp } from '../testing-server/index.ts';

/** A process that wants the device: its path on the server, what it has told, and the three ways to take the device from it. */
export type OwnerProcess = {
  path: string;
  lines: readonly Line[];
  told: (event: string) => Line[];
  /** How often what it wrote after it had lost the device was refused, and how often not. */
  late: () => { refused: number; written: number };
  kill: () => Promise<void>;
  freeze: () => void;
  thaw: () => void;
  stop: () => Promise<void>;
};

type Told = { line?: Line; refused?: boolean; ready?: boolean };

const script = fileURLToPath(new URL('./owner-process.ts', import.meta.url));

let last = 0;

const started = async (child: ChildProcess, printed: () => string): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.on('message', ({ ready }: Told) => ready && resolve());
  child.once('exit', () => reject(new Error(`the process did not start:\n${printed()}`)));
  await promise;
};

/** Starts a process that stands by for the device, on a seeded database whose device is linked. */
export const startOwner = async (
  whatsApp: WhatsApp,
  {
    databaseUrl,
    key,
    times,
    heard,
  }: {
    databaseUrl: string;
    key: Uint8Array;
    times: LeaseTimes;
    heard: (line: Line, path: string) => void;
  },
): Promise<OwnerProcess> => {
  last += 1;
  const path = `/process-${last}`;
  const database = new URL(databaseUrl);
  database.searchParams.set('application_name', path);
  const child = fork(script, [], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    env: {
      PATH: process.env.PATH,
      OWNER_DATABASE: database.href,
      OWNER_KEY: Buffer.from(key).toString('base64'),
      OWNER_URL: `${whatsApp.url}${path}`,
      OWNER_ROOT: Buffer.from(rootKey()).toString('hex'),
      OWNER_TIMES: JSON.stringify(times),
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const lines: Line[] = [];
  const late = { refused: 0, written: 0 };
  child.on('message', ({ line, refused }: Told) => {
    if (line) lines.push(line);
    if (line) heard(line, path);
    if (refused !== undefined) late[refused ? 'refused' : 'written'] += 1;
  });
  const ended = once(child, 'exit');
  await started(child, () => printed);
  return {
    path,
    lines,
    told: (event) => lines.filter((line) => line.event === event),
    late: () => late,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop: async () => {
      child.send('stop');
      await ended;
    },
  };
};
