import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import * as real from '@whiskeysockets/baileys';
import postgres from 'postgres';
import { pairWith } from '../../commands/whatsapp-pair.ts';
import { devicePicture } from '../../commands/whatsapp-status.ts';
import { statusWords } from '../../commands/whatsapp-status-words.ts';
import { hearFaults } from '../../hear-faults.ts';
import { type Running, startService } from '../../start.ts';
import type { Library } from '../library.ts';
import type { Ending } from '../testing-server/ending.ts';
import { openWhatsApp } from '../testing-server/index.ts';
import { watchKeys } from './watched-keys.ts';
import { until } from './watched-library.ts';

/**
 * An office on its linked device, through everything that happens to one: the service as it runs, whatever it prints going
 * where a service prints, and a WhatsApp of its own in the same process. When it ends, what nobody may read of it is written
 * to the file `SECRETS`, and what it told whoever asked, over HTTP and at a terminal, to `TOLD`.
 */
const { DATABASE_URL = '', SECRETS = '', TOLD = '' } = process.env;

const watched = watchKeys();
const whatsApp = await openWhatsApp();
process.env.WHATSAPP_LINKED_DEVICE_URL = whatsApp.url;
const sql = postgres(DATABASE_URL, { max: 1, onnotice: () => {} });
const told: string[] = [];
const shown: string[] = [];
const codes: string[] = [];
let running: Running | undefined;

/** A line on both outputs, so that a reader knows what came when. */
const step = (name: string): void => {
  for (const output of [process.stdout, process.stderr]) output.write(`== ${name}\n`);
};

const start = async (settings: { [name: string]: string } = {}): Promise<void> => {
  running = await startService({ ...process.env, ...settings });
  hearFaults(running.hall.log);
  process.stdout.write(`${running.notes.join('\n')}\n`);
};

const ask = async (path: string): Promise<void> => {
  const response = await fetch(`${running?.url}${path}`);
  told.push(await response.text());
};

/** What an operator is told of the device, in words and as figures. */
const askStatus = async ({ hall: { database, seal }, env }: Running): Promise<void> => {
  const picture = await devicePicture({ database, seal, url: DATABASE_URL, close: async () => {} }, env);
  told.push(statusWords(picture, new Date()), JSON.stringify(picture));
};

const stop = async (): Promise<void> => {
  for (const path of ['/health/live', '/health/ready', '/metrics']) await ask(path);
  if (running) await askStatus(running);
  await running?.stop();
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let scans = true;

/** The office's phone scans the QR of the client, or is given the code that it shows. */
const client: Library = {
  ...real,
  makeWASocket: (config) => {
    const socket = real.makeWASocket(config);
    const { requestPairingCode } = socket;
    socket.ev.on('connection.update', ({ qr }) => {
      if (qr === undefined) return;
      shown.push(qr);
      if (scans) whatsApp.scan(qr);
    });
    socket.requestPairingCode = async (...words) => {
      const code = await requestPairingCode(...words);
      codes.push(code);
      void type(code);
      return code;
    };
    return socket;
  },
};

const type = async (code: string): Promise<void> => {
  while (!(await whatsApp.type(code))) await pause(10);
};

const pair = async (phone?: string): Promise<void> => {
  const outcome = await pairWith(async () => client, { phone, again: true });
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
};

const words = (): string => `Lampu ${randomBytes(8).toString('hex')} padam`;
const said: string[] = [];
const saying = (): string => {
  const text = words();
  said.push(text);
  return text;
};

const people = [1, 2, 3, 4].map((id) => whatsApp.person(id, `Sri Rahayu ${id}`)) as [
  ReturnType<typeof whatsApp.person>,
  ...ReturnType<typeof whatsApp.person>[],
];
const [sri] = people;

step('pairing by QR');
await pair();
step('pairing by code');
scans = false;
await pair(whatsApp.office.number.split('@')[0]);
for (const { index } of whatsApp.devices.all().slice(0, -1)) whatsApp.devices.unlink(index);

step('messages');
await start();
await until(whatsApp.isLive);
const names = ['lid', 'number', 'lid-only', 'lid'] as const;
await Promise.all(people.map((who, index) => who.type(saying(), names[index])));
await until(() => people.every((who) => who.received().length > 0), 30_000);
await sri.typePlainly(saying());
await sri.typeInGroup('120363000000000001@g.us', saying());
await sri.say({ locationMessage: { degreesLatitude: -7.331, degreesLongitude: 110.5 } });

step('what cannot be opened');
for (const who of people) {
  await who.garble();
  await who.alter(saying());
}
await until(() => people.every(({ who }) => who.asked.length >= 2));

step('forgotten sessions');
sri.waitBeforeAsking();
await sri.type('/bantuan');
for (const who of people) await who.forgetSessions();
await until(() => sri.who.unread.length > 0 || sri.received().length > 1, 30_000);
if (sri.who.unread.length > 0) sri.askAgain();
await pause(1_500);

step('refusals');
for (const jid of [sri.lid, sri.number]) whatsApp.refuse(jid, '463');
await sri.type(saying());
while ((await sql`select from linked_device_health where paused_why = 'refused-463'`).length === 0)
  await pause(100);

step('drops');
for (const ending of [{ streamError: 515 }, 'unknown'] satisfies Ending[]) {
  const before = whatsApp.came();
  whatsApp.end(ending);
  await until(() => whatsApp.came() > before && whatsApp.isLive());
}
const before = whatsApp.came();
whatsApp.cut();
await until(() => whatsApp.came() > before && whatsApp.isLive());

step('faults that nobody waited for');
const [secret] = watched.found();
const inWords = Buffer.from(secret?.bytes ?? []).toString('base64');
void Promise.reject(Object.assign(new Error(`${inWords} ${sri.number}`), { keys: secret?.bytes }));
await pause(50);

step('a store that refuses');
await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no %', new; end $$`;
await sql`create trigger refusing before insert or update on linked_device_key for each row execute function refuse()`;
await people[1]?.type(saying());
await pause(1_500);
await sql`drop trigger refusing on linked_device_key`;
await stop();

step('another key');
await start({ APP_KEY: randomBytes(32).toString('base64') });
await stop();

const lasting: Ending[] = [402, 403, 405, 406, 401].map((failure) => ({ failure }));
for (const ending of ['downgraded', 'replaced', ...lasting] satisfies Ending[]) {
  step(`an end: ${JSON.stringify(ending)}`);
  await start();
  await until(whatsApp.isLive);
  whatsApp.end(ending);
  await pause(300);
  await stop();
}

step('the end');
for (const [what, value] of Object.entries({
  APP_KEY: Buffer.from(process.env.APP_KEY ?? '', 'base64'),
  people: people.flatMap(({ number, lid }) => [number, lid]),
  office: [whatsApp.office.number, whatsApp.office.lid],
}))
  watched.keep(what, value);
const canaries = watched
  .found()
  .map(({ what, bytes }) => ({ what, hex: Buffer.from(bytes).toString('hex') }));
await writeFile(
  SECRETS,
  JSON.stringify({ canaries, said, names: people.map(({ who }) => who.name), shown, codes }),
);
await writeFile(TOLD, told.join('\n'));
await whatsApp.close();
await sql.end();
setTimeout(() => {
  throw Object.assign(new RangeError(`${inWords} ${sri.number}`), { keys: secret?.bytes });
}, 0);
