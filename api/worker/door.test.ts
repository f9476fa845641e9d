import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { testSecret } from '../testing/hall.ts';
import { openWorkerHall, type WorkerHall } from './testing/worker-hall.ts';

let house: WorkerHall;
beforeAll(async () => {
  house = await openWorkerHall();
});
afterAll(() => house?.close());

const secret = { 'x-telegram-bot-api-secret-token': testSecret };
const post = (body: string, headers: Record<string, string> = secret) =>
  fetch(house.webhookUrl, { method: 'POST', body, headers });

let nextUpdate = 500;
const hello = () => {
  const id = nextUpdate++;
  const from = { id, is_bot: false, first_name: 'Tono', language_code: 'id' };
  const chat = { id, type: 'private', first_name: 'Tono' };
  return { update_id: id, message: { message_id: 1, date: 1_790_000_000, from, chat, text: 'halo' } };
};

describe('at the door of a Worker', () => {
  test.each<[string, Record<string, string>]>([
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 'wrong-secret-of-the-webhook' }],
    ['no secret', {}],
  ])('%s is refused, also while the database is away', async (_, headers) => {
    await house.gate.shut();
    const { status } = await post(JSON.stringify(hello()), headers);
    await house.gate.open();
    expect(status).toBe(401);
  });

  test('what is not JSON, or no update, is refused for good', async () => {
    expect((await post('{"update_id": 1,')).status).toBe(400);
    expect((await post('{"hello": "there"}')).status).toBe(400);
  });

  test('a body of 3 MB is refused', async () => {
    const large = JSON.stringify({ ...hello(), more: 'a'.repeat(3 * 1024 * 1024) });
    expect((await post(large)).status).toBe(413);
  });

  test('pages are there, and what is nowhere is not found', async () => {
    const page = await fetch(`${house.worker.url}/privasi`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Salatiga')]);
    expect((await fetch(`${house.worker.url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${house.worker.url}/nowhere`)).status).toBe(404);
  });
});

describe('while the database is away', () => {
  test('Telegram is asked to come again, and is answered once it is back', async () => {
    const update = hello();
    await house.gate.shut();
    const away = await post(JSON.stringify(update));
    const ready = await fetch(`${house.worker.url}/health/ready`);
    await house.gate.open();
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    expect(ready.status).toBe(503);
    expect(house.worker.lines().map(({ event }) => event)).not.toContain('update-failed');
    const back = await post(JSON.stringify(update));
    expect(back.status).toBe(200);
    expect(await back.json()).toMatchObject({ method: 'sendMessage', chat_id: update.update_id });
  });

  test('a connection that is taken and says nothing is not waited for until Telegram gives up', async () => {
    house.gate.mute();
    const begun = performance.now();
    const { status } = await post(JSON.stringify(hello()));
    const seconds = (performance.now() - begun) / 1000;
    await house.gate.open();
    expect(status).toBe(503);
    expect(seconds).toBeLessThan(20);
  });

  test('a person loses nothing but a moment', async () => {
    const budi = house.actor();
    await playTranscript('> /lapor\n…\n…', budi).catch(() => {});
    await house.gate.shut();
    await budi.type('lampu jalan mati di depan SMP 2');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(
      (await house.emulator.call(house.settings.TELEGRAM_BOT_TOKEN, 'getWebhookInfo')) as object,
    ).toMatchObject({
      result: { pending_update_count: 1 },
    });
    await house.gate.open();
    const seen = await budi.seen();
    expect(seen.map(({ text }) => text)).toEqual([expect.stringContaining('Lampu Jalan (PJU)')]);
  });
});

test('a fault of the database stands in the log by its own name and code, though the code is minified', async () => {
  await house.sql`alter table contact rename to elsewhere`;
  const { status } = await post(JSON.stringify(hello()));
  await house.sql`alter table elsewhere rename to contact`;
  expect(status).toBe(503);
  expect(house.worker.lines()).toContainEqual(
    expect.objectContaining({ event: 'update-failed', code: expect.stringMatching(/^PostgresError 42P01/) }),
  );
});
