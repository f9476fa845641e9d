import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../db/testing.ts';
import { readEnv, SettingsRefused } from './env.ts';
import { startService } from './start.ts';

const secret = 'a-secret-of-sixteen-or-more';
const token = '4243:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
const key = Buffer.alloc(32, 3).toString('base64');

describe('settings', () => {
  test('nothing is needed for a demo', () => {
    expect(readEnv({})).toMatchObject({
      DEMO: true,
      PORT: 3000,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:3000',
    });
  });

  test('all faults come together, each by its name and none with its value', () => {
    const wrong = {
      PORT: 'abc',
      APP_KEY: 'c2hvcnQ=',
      TELEGRAM_BOT_TOKEN: 'my-secret-token',
      DATABASE_URL: 'mysql://x:pw@y',
    };
    const refused = () => readEnv(wrong);
    expect(refused).toThrow(SettingsRefused);
    const message = String(
      (() => {
        try {
          refused();
        } catch (error) {
          return (error as Error).message;
        }
        return '';
      })(),
    );
    for (const name of Object.keys(wrong)) expect(message).toContain(name);
    for (const value of Object.values(wrong)) expect(message).not.toContain(value);
  });

  test.each([
    ['demo mode', { DEMO: '1' }, 'DEMO'],
    ['the embedded database unless it is allowed', {}, 'ALLOW_EMBEDDED'],
    ['a missing key', { DATABASE_URL: 'postgres://a/b' }, 'APP_KEY'],
    [
      'a bot without its webhook secret',
      { DATABASE_URL: 'postgres://a/b', APP_KEY: key, TELEGRAM_BOT_TOKEN: token },
      'TELEGRAM_WEBHOOK_SECRET',
    ],
  ])('production refuses %s', (_, given, named) => {
    expect(() => readEnv({ NODE_ENV: 'production', ...given })).toThrow(named);
  });

  test('production with everything in place starts without demo, on every address', () => {
    const env = readEnv({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://a/b',
      APP_KEY: key,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_WEBHOOK_SECRET: secret,
    });
    expect(env).toMatchObject({ DEMO: false, HOST: '0.0.0.0' });
  });
});

describe('the service', () => {
  let own: Awaited<ReturnType<typeof testDatabase>>;
  let dataDir: string;
  beforeAll(async () => {
    own = await testDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'pendopo-start-'));
  });
  afterAll(async () => {
    await own.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const settings = () => ({
    DATABASE_URL: own.url,
    DEMO: '1',
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
  });

  test('opens with the demo city, tells how it stands, and ends', async () => {
    const running = await startService(settings());
    try {
      expect(await (await fetch(`${running.url}/health/live`)).json()).toEqual({ live: true });
      expect(await (await fetch(`${running.url}/health/ready`)).json()).toMatchObject({
        ready: true,
        database: true,
        migrations: expect.any(Number),
      });
      expect(await (await fetch(`${running.url}/metrics`)).text()).toContain('pendopo_letters_waiting 0');
      expect((await fetch(`${running.url}/coba`)).status).toBe(200);
      expect((await fetch(`${running.url}/webhooks/telegram`, { method: 'POST' })).status).toBe(404);
      const page = await (await fetch(`${running.url}/privasi`)).text();
      expect(page).toContain('Pemerintah Kota Salatiga');
    } finally {
      await running.stop();
    }
  });

  test('tells how its linked device stands, and is ready without it', async () => {
    const running = await startService({ ...settings(), WHATSAPP_LINKED_DEVICE: '1' });
    try {
      const ready = await fetch(`${running.url}/health/ready`);
      expect(ready.status).toBe(200);
      expect(await ready.json()).toMatchObject({ ready: true, linkedDevice: { state: 'unlinked' } });
      const figures = await (await fetch(`${running.url}/metrics`)).text();
      expect(figures).toContain('pendopo_linked_device_up 0');
    } finally {
      await running.stop();
    }
  });

  test('says in one sentence that its port is taken, and leaves nothing open', async () => {
    const first = await startService(settings());
    const port = new URL(first.url).port;
    try {
      await expect(startService({ ...settings(), PORT: port })).rejects.toThrow(`PORT ${port} is taken`);
    } finally {
      await first.stop();
    }
  });
});
