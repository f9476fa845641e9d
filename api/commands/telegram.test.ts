import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTelegramEmulator, serveEmulator } from '../../bot/channels/telegram/emulator/index.ts';
import { workplace } from './testing/run-program.ts';

const token = '4243:test-token-of-the-emulator';
const secret = 'test-secret-of-the-webhook';
const emulator = createTelegramEmulator({ bots: [{ token }] });
let telegram: Awaited<ReturnType<typeof serveEmulator>>;
beforeAll(async () => {
  telegram = await serveEmulator(emulator);
});
afterAll(async () => {
  emulator.close();
  await telegram.close();
});

const webhook = async (settings: { [name: string]: string }, words = 'telegram webhook') => {
  const place = await workplace(settings);
  try {
    return await place.run('pendopo', words);
  } finally {
    await place.leave();
  }
};

const set = () => ({
  TELEGRAM_BOT_TOKEN: token,
  TELEGRAM_WEBHOOK_SECRET: `${secret},older-secret-of-the-webhook`,
  TELEGRAM_API_ROOT: telegram.url,
  PUBLIC_URL: 'https://sapa.example',
});

describe('registering the webhook', () => {
  test('gives Telegram the address, the newer secret and the updates we take, and loses none that wait', async () => {
    const { code, out, err } = await webhook(set(), 'telegram webhook --json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      url: 'https://sapa.example/webhooks/telegram',
      max_connections: 40,
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
      pending_update_count: 0,
    });
    const call = emulator.calls(token).find(({ method }) => method === 'setWebhook');
    expect(call?.params).toMatchObject({ secret_token: secret, drop_pending_updates: false });
  });

  test('says in words how it stands', async () => {
    const { out } = await webhook(set());
    expect(out).toContain('Telegram sends messages to https://sapa.example/webhooks/telegram.');
    expect(out).not.toContain(secret);
  });

  test('is refused while settings are missing, and each is named', async () => {
    const { code, out, err } = await webhook({});
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('TELEGRAM_BOT_TOKEN and TELEGRAM_WEBHOOK_SECRET');
    const { TELEGRAM_API_ROOT: _, ...ours } = set();
    const plain = await webhook({ ...ours, PUBLIC_URL: 'http://localhost:3000' });
    expect(plain.code).toBe(1);
    expect(plain.err).toContain('https');
  });

  test('tells why Telegram refused, and never the token or the secret', async () => {
    const unknown = await webhook({ ...set(), TELEGRAM_BOT_TOKEN: '1:a-token-that-nobody-knows' });
    const nowhere = await webhook({ ...set(), TELEGRAM_API_ROOT: 'http://127.0.0.1:1' });
    for (const { code, out, err } of [unknown, nowhere]) {
      expect([code, out]).toEqual([1, '']);
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).not.toMatch(/test-token|nobody-knows|secret-of/);
    }
    expect(nowhere.err).toContain('ECONNREFUSED');
  });
});
