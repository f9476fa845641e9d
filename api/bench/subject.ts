import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What a measured process is told at its start. With a `number` it serves that number of WhatsApp instead of a Telegram bot; `secret` is the app's then. `speed`: the platform's limits hold, in a time that runs so many times as fast; without it none do. `letters`: how many the bare sender sends. */
export type Setting = {
  database: string;
  apiRoot: string;
  token: string;
  secret: string;
  number?: string;
  speed?: number;
  letters?: number;
};

/** What a measured process is asked, and what it says. */
export type Ask = 'usage' | 'profile' | 'profiled' | 'stop';
export type Usage = { cpuMicroseconds: number; rssBytes: number; early: number };
export type Said =
  | { kind: 'ready'; webhook: string; tickets: string }
  | ({ kind: 'usage' } & Usage)
  | { kind: 'profile'; profile: string }
  | { kind: 'done' };

/** Our service and the yardstick of a dialogue; `startSubject` also knows that of a broadcast. */
export type SubjectName = 'service' | 'reference';

/** A measured process. `tickets` is the statement that lists the numbers of all tickets it has filed. */
export type Subject = {
  webhook: string;
  tickets: string;
  usage: () => Promise<Usage>;
  startProfile: () => Promise<void>;
  endProfile: () => Promise<string>;
  stop: () => Promise<void>;
  /** `kill -9`. */
  kill: () => Promise<void>;
};

const files: { [name in SubjectName | 'bare']: string } = {
  service: fileURLToPath(new URL('./service.ts', import.meta.url)),
  reference: fileURLToPath(new URL('./reference.ts', import.meta.url)),
  bare: fileURLToPath(new URL('./broadcast/bare.ts', import.meta.url)),
};

/** The flags that `npm start` gives to Node, so that our service is measured as it runs. */
const startFlags = async (): Promise<string[]> => {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((part) => part.startsWith('--'));
};

const heard = async <K extends Said['kind']>(
  child: ChildProcess,
  kind: K,
): Promise<Extract<Said, { kind: K }>> => {
  const ended = new AbortController();
  const gone = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('the measured process ended by itself');
  });
  gone.catch(() => {});
  try {
    for (;;) {
      const [said] = (await Promise.race([once(child, 'message', { signal: ended.signal }), gone])) as [Said];
      if (said.kind === kind) return said as Extract<Said, { kind: K }>;
    }
  } finally {
    ended.abort();
  }
};

/** Starts a process to be measured, so that its processor time and memory are its own. */
export const startSubject = async (name: SubjectName | 'bare', setting: Setting): Promise<Subject> => {
  const child = fork(files[name], [], {
    execArgv: name === 'service' ? await startFlags() : [],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', BENCH_SETTING: JSON.stringify(setting) },
  });
  const ask = <K extends Said['kind']>(what: Ask, kind: K) => {
    const answer = heard(child, kind);
    child.send(what);
    return answer;
  };
  const { webhook, tickets } = await heard(child, 'ready');
  return {
    webhook,
    tickets,
    usage: () => ask('usage', 'usage'),
    startProfile: async () => void (await ask('profile', 'done')),
    endProfile: async () => (await ask('profiled', 'profile')).profile,
    stop: async () => {
      const exit = once(child, 'exit');
      await ask('stop', 'done');
      child.disconnect();
      await exit;
    },
    kill: async () => {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
};
