import { seededDice } from '../../bot/channels/emulator/dice.ts';
import { keepAlivePost, type Posted } from '../../bot/channels/emulator/post.ts';
import {
  type CallRecord,
  createTelegramEmulator,
  type EmulatorOptions,
  serveEmulator,
  type TelegramEmulator,
} from '../../bot/channels/telegram/emulator/index.ts';
import { connect } from '../../db/database.ts';
import { seedCity } from '../../db/seed/index.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { testKey, testSecret, testToken } from '../testing/hall.ts';
import { type Citizen, citizen } from './citizen.ts';
import { type Given, type ServiceProcess, startProcess } from './start-process.ts';

/** A town for bad days: one database, one Telegram, any number of processes of the service, and people who report. */
export type Town = {
  database: TestDatabase;
  emulator: TelegramEmulator;
  dice: () => number;
  /** The processes that take updates; each update goes to any of them. */
  processes: ServiceProcess[];
  start: (more?: Partial<Given>) => Promise<ServiceProcess>;
  /** Updates that were sent to this process, or to any, and not yet answered. */
  open: (to?: ServiceProcess) => number;
  /** Grows with everything that happens between the service and Telegram. */
  moved: () => number;
  /** Told of every update that is answered and of every call of the bot. */
  watch: (watcher: () => void) => void;
  calls: readonly CallRecord[];
  /** What the webhook answered, in order. */
  answers: readonly Pick<Posted, 'status' | 'retryAfter'>[];
  newcomers: (count: number) => Citizen[];
  close: () => Promise<void>;
};

export type TownSetting = {
  processes: number;
  seed?: number;
  databaseUrl?: (real: string) => string;
} & Partial<EmulatorOptions>;

/** Problems that the city's categories know, so that a suggestion comes. */
const problems = ['lampu jalan mati', 'jalan berlubang besar', 'sampah menumpuk', 'selokan mampet'];

/** Opens a town with its processes running. Telegram repeats ten times as fast as in life. */
export const openTown = async ({
  processes: many,
  seed = 1,
  databaseUrl,
  ...options
}: TownSetting): Promise<Town> => {
  const database = await testDatabase();
  const seeding = connect(database.url, { max: 1 });
  await seedCity(seeding, 'salatiga');
  await seeding.close();
  const dice = seededDice(seed);
  const post = keepAlivePost(200);
  const calls: CallRecord[] = [];
  const watchers: (() => void)[] = [];
  const answers: Posted[] = [];
  const open = new Map<number, number>();
  const opened = (port: number, more: number) => open.set(port, (open.get(port) ?? 0) + more);
  let moved = 0;
  const move = () => {
    moved += 1;
    for (const watcher of watchers) watcher();
  };
  const processes: ServiceProcess[] = [];
  const emulator = createTelegramEmulator({
    bots: [{ token: testToken }],
    seed,
    timeScale: 0.1,
    onCall: (call) => {
      calls.push(call);
      move();
    },
    post: async (_, body, headers) => {
      const chosen = processes[Math.floor(dice() * processes.length)];
      if (!chosen) throw Object.assign(new Error('no process'), { code: 'ECONNREFUSED' });
      opened(chosen.port, 1);
      try {
        const answering = post(`http://127.0.0.1:${chosen.port}/webhooks/telegram`, body, headers);
        const posted = await answering;
        answers.push({ ...posted, body: '' });
        move();
        return posted;
      } finally {
        opened(chosen.port, -1);
      }
    },
    ...options,
  });
  const telegram = await serveEmulator(emulator);
  const start = async (more: Partial<Given> = {}) => {
    const given = { apiRoot: telegram.url, token: testToken, secret: testSecret, key: testKey };
    const started = await startProcess({
      databaseUrl: databaseUrl?.(database.url) ?? database.url,
      ...given,
      ...more,
    });
    processes.push(started);
    return started;
  };
  await Promise.all(Array.from({ length: many }, () => start()));
  await emulator.call(testToken, 'setWebhook', {
    url: 'http://town.test/webhooks/telegram',
    secret_token: testSecret,
  });
  let people = 0;
  const newcomer = (): Citizen => {
    const nth = people++;
    const phone = emulator.phone({ id: 7_310_000_000 + nth, firstName: `Warga ${nth}` });
    const at = { lat: -7.345 + (nth % 20) * 0.0015, lon: 110.49 + Math.floor(nth / 20) * 0.0015 };
    return citizen(phone, `${problems[nth % problems.length]} di depan rumah nomor ${1000 + nth}`, at);
  };
  return {
    database,
    emulator,
    dice,
    processes,
    start,
    open: (to) => [...open].reduce((sum, [port, count]) => sum + (to && to.port !== port ? 0 : count), 0),
    moved: () => moved,
    watch: (watcher) => void watchers.push(watcher),
    calls,
    answers,
    newcomers: (count) => Array.from({ length: count }, newcomer),
    close: async () => {
      for (const process of processes.splice(0)) await process.kill();
      emulator.close();
      post.close();
      await telegram.close();
      await database.drop();
    },
  };
};
