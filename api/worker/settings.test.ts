import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SettingsRefused } from '../env.ts';
import { testSecret, testToken } from '../testing/hall.ts';
import { type Bindings, readSettings } from './settings.ts';
import { startWorker } from './testing/start-worker.ts';

const complete: Bindings = {
  HYPERDRIVE: { connectionString: 'postgres://pendopo:rahasia@127.0.0.1:1/pendopo' },
  APP_KEY: Buffer.alloc(32, 3).toString('base64'),
  PUBLIC_URL: 'https://sapa.example/',
  TELEGRAM_BOT_TOKEN: testToken,
  TELEGRAM_WEBHOOK_SECRET: testSecret,
  MEDIA_URL: 'https://s3.example/foto',
  MEDIA_ACCESS_KEY: 'kunci',
  MEDIA_SECRET_KEY: 'rahasia-sekali',
  LOCALES: { fetch: async () => new Response() },
};

const faultsOf = (bindings: Bindings): readonly string[] => {
  try {
    readSettings(bindings);
    return [];
  } catch (error) {
    if (error instanceof SettingsRefused) return error.faults;
    throw error;
  }
};

describe("a Worker's settings", () => {
  test('are read from its bindings, by production rules whatever else they say', () => {
    expect(
      readSettings({ ...complete, NODE_ENV: 'development', DATABASE_URL: 'postgres://elsewhere/x' }),
    ).toMatchObject({
      production: true,
      DEMO: false,
      DATABASE_URL: complete.HYPERDRIVE?.connectionString,
      PUBLIC_URL: 'https://sapa.example',
    });
    expect(faultsOf({ ...complete, DEMO: '1' })).toEqual(['DEMO must be 0 in production.']);
  });

  test('are refused with all that is missing at once, by name and never by value', () => {
    const faults = faultsOf({ TELEGRAM_BOT_TOKEN: testToken, MEDIA_SECRET_KEY: 'rahasia-sekali' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'LOCALES',
      'HYPERDRIVE',
      'PUBLIC_URL',
      'MEDIA_URL',
      'APP_KEY',
      'TELEGRAM_WEBHOOK_SECRET',
    ]);
    expect(faults.join()).not.toMatch(/rahasia|test-token/);
  });

  test('are refused for each one that is left out', () => {
    for (const name of Object.keys(complete)) {
      const { [name]: _, ...rest } = complete;
      const named = name === 'TELEGRAM_BOT_TOKEN' ? /TELEGRAM_/ : new RegExp(name);
      expect(faultsOf(rest).join(), name).toMatch(named);
    }
  });
});

describe('a Worker without its secrets', () => {
  let worker: Awaited<ReturnType<typeof startWorker>>;
  beforeAll(async () => {
    worker = await startWorker('postgres://nobody:nothing@127.0.0.1:1/nowhere', {
      PUBLIC_URL: 'https://sapa.example',
      TELEGRAM_BOT_TOKEN: testToken,
    });
  });
  afterAll(() => worker?.close());

  test('takes no message, serves no page, and says once for each what it lacks', async () => {
    const update = JSON.stringify({ update_id: 1, message: { message_id: 1 } });
    const posted = await fetch(`${worker.url}/webhooks/telegram`, { method: 'POST', body: update });
    expect([posted.status, await posted.text()]).toEqual([500, 'not set up']);
    expect((await fetch(`${worker.url}/privasi`)).status).toBe(500);
    const lines = worker.lines();
    expect(lines.map(({ event }) => event)).toEqual(['settings-refused', 'settings-refused']);
    for (const name of ['MEDIA_URL', 'APP_KEY', 'TELEGRAM_WEBHOOK_SECRET'])
      expect(lines[0]?.code).toContain(`${name} is missing`);
    expect(worker.log()).not.toContain(testToken);
  });
});
