import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { renderUnicodeCompact } from 'uqr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../db/database.ts';
import { seedCity } from '../../db/seed/index.ts';
import { type TestDatabase, testDatabase } from '../../db/testing.ts';
import { type Canary, found, textCanary, writings } from './testing/canary.ts';

const office = fileURLToPath(new URL('./testing/talkative-office.ts', import.meta.url));

let copy: TestDatabase;
let folder: string;
let ended: { code: number; stdout: string; stderr: string };
let told: string;
let database: string;
let keys: Canary[];
let people: Canary[];
let shown: string[];
let codes: string[];

/** Everything that lies in the database, as PostgreSQL prints it. */
const dump = async (url: string): Promise<string> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const tables = await sql<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`;
  const rows: string[] = [];
  for (const { name } of tables)
    for (const { row } of await sql.unsafe(`select (t.*)::text as row from ${name} t`)) rows.push(row);
  await sql.end();
  return rows.join('\n');
};

const play = async (): Promise<typeof ended> => {
  const env = {
    PATH: process.env.PATH,
    TMPDIR: process.env.TMPDIR,
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: copy.url,
    APP_KEY: randomBytes(32).toString('base64'),
    WHATSAPP_LINKED_DEVICE: '1',
    LOG_LEVEL: 'debug',
    DEMO: '0',
    HOST: '127.0.0.1',
    PORT: '0',
    SECRETS: join(folder, 'secrets'),
    TOLD: join(folder, 'told'),
  };
  const given = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024, timeout: 150_000 };
  return promisify(execFile)(process.execPath, [office], given).then(
    (out) => ({ code: 0, ...out }),
    (failed: typeof ended) => failed,
  );
};

beforeAll(async () => {
  copy = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'pendopo-canary-'));
  const seeded = connect(copy.url);
  await seedCity(seeded, 'salatiga');
  await seeded.close();
  ended = await play();
  if (!ended.stdout.includes('== the end'))
    throw new Error(`it stopped too soon: ${ended.stdout}${ended.stderr}`);
  const secrets = JSON.parse(await readFile(join(folder, 'secrets'), 'utf8'));
  const canaries: (Omit<Canary, 'bytes'> & { hex: string })[] = secrets.canaries;
  keys = canaries.map(({ what, hex }) => ({ what, bytes: Buffer.from(hex, 'hex') }));
  people = [...secrets.said, ...secrets.names].map((text: string) => textCanary('words', text));
  ({ shown, codes } = secrets);
  told = await readFile(join(folder, 'told'), 'utf8');
  database = await dump(copy.url);
}, 180_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await copy.drop();
});

const between = (output: string, from: string, to: string): string =>
  output.split(`== ${from}\n`)[1]?.split(`== ${to}\n`)[0] ?? '';

describe('a linked device, through all that may happen to it', () => {
  test('came to the end of it, by an exception that nobody caught', () => {
    expect(ended.stdout).toContain('== the end');
    expect(ended.stdout).toContain('"event":"unheard-fault"');
    expect(ended.stdout).toMatch(/== the end[\s\S]*"event":"uncaught-fault","code":"RangeError/);
    expect(ended.code).toBe(1);
    expect(told).toContain('pendopo_messages_total');
    expect(told).toContain('"linkedDevice":');
    expect(told).toContain('linked, ends in ');
    expect(told).toContain('"pausedWhy":"refused-463"');
  });

  test('has many secrets, each of which would be found in each writing', () => {
    expect(keys.length).toBeGreaterThan(500);
    const kinds = keys.map(({ what }) => what).join('\n');
    for (const kind of [
      'creds.noiseKey.private',
      'creds.signedIdentityKey.private',
      'creds.advSecretKey',
      'keys.pre-key.1.private',
      'currentRatchet.ephemeralKeyPair.privKey',
      'creds.me.id',
    ])
      expect(kinds).toContain(kind);
    const [first] = keys;
    if (!first) throw new Error('no secret');
    const key = Buffer.from(first.bytes);
    const printed = `${key.toString('hex')} ${key.toString('base64')} ${key.toJSON().data} `;
    const leak = Buffer.concat([Buffer.from(ended.stdout + printed), key]);
    expect(found(leak, [first])).toEqual(writings.map((writing) => `${first.what} (${writing})`));
  });

  test('prints no key, no number and no word of anybody', () => {
    expect(found(ended.stdout, [...keys, ...people])).toEqual([]);
    expect(found(ended.stderr, [...keys, ...people])).toEqual([]);
  });

  test('tells none of them to whoever asks for its health, its figures or its status', () => {
    expect(found(told, [...keys, ...people])).toEqual([]);
  });

  test('keeps its keys in the database sealed', () => {
    expect(database.length).toBeGreaterThan(10_000);
    expect(found(database, keys)).toEqual([]);
  });

  test('shows the QR on the screen of whoever pairs, and nowhere else', () => {
    const [qr = ''] = shown;
    const picture = renderUnicodeCompact(qr);
    expect(between(ended.stderr, 'pairing by QR', 'pairing by code')).toContain(picture);
    expect(ended.stderr.split(picture)).toHaveLength(2);
    expect(ended.stdout).not.toContain('█');
    expect(found(ended.stdout + ended.stderr + told, [textCanary('QR', qr)])).toEqual([]);
  });

  test('shows the code on the screen of whoever pairs, and nowhere else', () => {
    const [code = ''] = codes;
    const printed = `The code: ${code.slice(0, 4)}-${code.slice(4)}`;
    expect(between(ended.stderr, 'pairing by code', 'messages')).toContain(printed);
    expect(ended.stderr.split(printed)).toHaveLength(2);
    expect(ended.stdout + told).not.toContain(code.slice(4));
  });
});
