import { describe, expect, test } from 'vitest';
import { createTelegramEmulator, manualClock } from './index.ts';

const token = '100:uji';

function start(options: Partial<Parameters<typeof createTelegramEmulator>[0]> = {}) {
  const emulator = createTelegramEmulator({ bots: [{ token }], ...options });
  const sri = emulator.phone({ id: 1, firstName: 'Sri' });
  sri.type('/start');
  const write = (text = 'halo') => emulator.call(token, 'sendMessage', { chat_id: 1, text });
  return { emulator, sri, write };
}

describe('faults on demand', () => {
  test('throttle, server error and refusal come without the effect, as often as asked', async () => {
    const { emulator, sri, write } = start();
    emulator.faults.add({ kind: 'throttle', method: 'sendMessage', retryAfter: 7, times: 1 });
    emulator.faults.add({ kind: 'server-error', chat: 1, times: 1 });
    emulator.faults.add({
      kind: 'refuse',
      code: 403,
      description: 'Forbidden: user is deactivated',
      times: 1,
    });
    expect(await write()).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    });
    expect(await write()).toMatchObject({ error_code: 500 });
    expect(await write()).toMatchObject({ error_code: 403, description: 'Forbidden: user is deactivated' });
    expect(await write()).toMatchObject({ ok: true });
    expect(sri.messages().filter(({ from }) => from === 'bot')).toHaveLength(1);
  });

  test('a lost reply has its effect and breaks the connection', async () => {
    const { emulator, sri } = start();
    emulator.faults.add({ kind: 'lost-reply', times: 1 });
    const request = new Request(`http://telegram.test/bot${token}/sendMessage?chat_id=1&text=halo`);
    await expect(emulator.fetch(request)).rejects.toThrow('fetch failed');
    expect(await sri.next()).toMatchObject({ text: 'halo' });
  });

  test('a call that hangs ends only when the caller gives up', async () => {
    const { emulator, sri } = start();
    emulator.faults.add({ kind: 'hang' });
    const signal = AbortSignal.timeout(20);
    const request = new Request(`http://telegram.test/bot${token}/sendMessage?chat_id=1&text=halo`, {
      signal,
    });
    await expect(emulator.fetch(request)).rejects.toThrow(/timeout/i);
    expect(sri.messages().filter(({ from }) => from === 'bot')).toHaveLength(0);
    emulator.faults.clear();
  });

  test('a share of calls fails, the same ones for the same seed', async () => {
    const run = async (seed: number) => {
      const { emulator, write } = start({ seed });
      emulator.faults.add({ kind: 'server-error', share: 0.3 });
      const outcomes: string[] = [];
      for (let i = 0; i < 200; i++)
        outcomes.push(JSON.stringify(await write()).startsWith('{"ok":true') ? '.' : 'x');
      return outcomes.join('');
    };
    const first = await run(5);
    expect(await run(5)).toBe(first);
    expect(await run(6)).not.toBe(first);
    const failed = first.split('x').length - 1;
    expect(failed).toBeGreaterThan(35);
    expect(failed).toBeLessThan(85);
  });
});

describe('the pace of a bot', () => {
  test('is one message a second in a chat after a burst, and says how long to wait', async () => {
    const clock = manualClock();
    const { write } = start({ clock, limits: true });
    for (let i = 0; i < 5; i++) expect(await write()).toMatchObject({ ok: true });
    expect(await write()).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    clock.advance(1000);
    expect(await write()).toMatchObject({ ok: true });
    expect(await write()).toMatchObject({ error_code: 429 });
  });

  test('is twenty a minute in a group and thirty a second over all', async () => {
    const clock = manualClock();
    const { emulator } = start({ clock, limits: true });
    emulator.group({ id: -1001, title: 'Dishub' });
    const toGroup = () => emulator.call(token, 'sendMessage', { chat_id: -1001, text: 'x' });
    for (let i = 0; i < 20; i++) expect(await toGroup()).toMatchObject({ ok: true });
    expect(await toGroup()).toMatchObject({ parameters: { retry_after: 3 } });
    clock.advance(10_000);
    let sent = 0;
    for (let id = 10; id < 50; id++) {
      emulator.phone({ id, firstName: 'P' }).type('/start');
      const answer = await emulator.call(token, 'sendMessage', { chat_id: id, text: 'x' });
      if (typeof answer === 'object' && answer.ok) sent++;
    }
    expect(sent).toBe(30);
  });
});

test('memory stays within bounds however much is said', async () => {
  const { emulator, sri } = start({ messagesPerChat: 50, callsKept: 20, fileBytes: 4000 });
  for (let i = 0; i < 300; i++) {
    await emulator.call(token, 'sendMessage', { chat_id: 1, text: `pesan ${i}` });
    sri.sendPhoto();
  }
  expect(sri.messages()).toHaveLength(50);
  expect(emulator.calls()).toHaveLength(20);
  expect(emulator.calls().at(-1)?.params).toMatchObject({ text: 'pesan 299' });
});
