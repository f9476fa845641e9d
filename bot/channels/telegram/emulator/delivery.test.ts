import { describe, expect, test } from 'vitest';
import type { Post, Posted } from '../../emulator/post.ts';
import { createTelegramEmulator, manualClock } from './index.ts';

const token = '100:uji';
const breath = () => new Promise((resolve) => setImmediate(resolve));
type Arrived = { id: number; what: string; at: number; finish: (posted?: Partial<Posted> | Error) => void };

/** A webhook that answers only when the test says so, and a clock that moves only then. */
async function startWebhook(settings: Record<string, unknown> = {}) {
  const clock = manualClock();
  const arrived: Arrived[] = [];
  const headers: Record<string, string>[] = [];
  const start = clock.now();
  const post: Post = (_url, body, sent) =>
    new Promise((resolve, reject) => {
      const update = JSON.parse(body);
      headers.push(sent);
      const finish: Arrived['finish'] = (posted = {}) =>
        posted instanceof Error ? reject(posted) : resolve({ status: 200, body: '', ...posted });
      const what = update.message?.text ?? update.callback_query?.data ?? Object.keys(update)[1];
      arrived.push({ id: update.update_id, what, at: (clock.now() - start) / 1000, finish });
    });
  const emulator = createTelegramEmulator({ bots: [{ token }], post, clock });
  await emulator.call(token, 'setWebhook', {
    url: 'http://127.0.0.1:1/hook',
    secret_token: 'rahasia',
    ...settings,
  });
  const info = async () => {
    const answer = await emulator.call(token, 'getWebhookInfo');
    return typeof answer === 'object' && answer.ok ? (answer.result as Record<string, unknown>) : {};
  };
  const pass = async (seconds: number) => {
    for (let i = 0; i < seconds; i++) {
      clock.advance(1000);
      await breath();
    }
  };
  return { emulator, arrived, headers, info, pass, whats: () => arrived.map(({ what }) => what) };
}

async function offerButton({ emulator, arrived }: Awaited<ReturnType<typeof startWebhook>>, id: number) {
  const person = emulator.phone({ id, firstName: 'Sri' });
  person.type('/start');
  arrived.at(-1)?.finish();
  await breath();
  const reply_markup = { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya' }]] };
  await emulator.call(token, 'sendMessage', { chat_id: id, text: 'Yakin?', reply_markup });
  arrived.length = 0;
  return person;
}

describe('webhook delivery', () => {
  test('gives one chat its messages one at a time, and other chats theirs meanwhile', async () => {
    const hook = await startWebhook();
    const [sri, budi] = [1, 2].map((id) => hook.emulator.phone({ id, firstName: `P${id}` }));
    sri?.type('satu');
    sri?.type('dua');
    budi?.type('lain');
    await breath();
    expect(hook.whats()).toEqual(['satu', 'lain']);
    hook.arrived[0]?.finish();
    await breath();
    expect(hook.whats()).toEqual(['satu', 'lain', 'dua']);
    expect(hook.headers[0]).toMatchObject({ 'x-telegram-bot-api-secret-token': 'rahasia' });
    expect(hook.arrived.map(({ id }) => id)).toEqual([...new Set(hook.arrived.map(({ id }) => id))]);
  });

  test('lets a press and a text of one person travel together', async () => {
    const hook = await startWebhook();
    const sri = await offerButton(hook, 1);
    sri.type('halo');
    sri.press('Ya');
    sri.type('lagi');
    await breath();
    expect(hook.whats()).toEqual(['halo', 'ya']);
  });

  test('opens no more connections than the bot allows', async () => {
    const hook = await startWebhook({ max_connections: 2 });
    for (let id = 1; id <= 5; id++) hook.emulator.phone({ id, firstName: 'P' }).type(`dari ${id}`);
    await breath();
    expect(hook.arrived).toHaveLength(2);
    hook.arrived[0]?.finish();
    await breath();
    expect(hook.arrived).toHaveLength(3);
  });

  test('repeats after 2, 4, 8 … seconds up to a minute or two, until it gets a 2xx, and tells why meanwhile', async () => {
    const hook = await startWebhook();
    hook.emulator.phone({ id: 1, firstName: 'Sri' }).type('halo');
    const gaps: number[] = [];
    for (let i = 0; i < 8; i++) {
      await breath();
      hook.arrived.at(-1)?.finish({ status: 503 });
      await breath();
      const before = hook.arrived.length;
      let waited = 0;
      while (hook.arrived.length === before && waited < 200) {
        await hook.pass(1);
        waited++;
      }
      gaps.push(waited);
    }
    expect(gaps.slice(0, 5)).toEqual([2, 4, 8, 16, 32]);
    for (const gap of gaps.slice(5)) expect(gap >= 60 && gap <= 121).toBe(true);
    expect(await hook.info()).toMatchObject({
      pending_update_count: 1,
      last_error_message: 'Wrong response from the webhook: 503 Service Unavailable',
    });
    hook.arrived.at(-1)?.finish({ status: 204 });
    await breath();
    expect((await hook.info()).pending_update_count).toBe(0);
    expect(new Set(hook.arrived.map(({ id }) => id)).size).toBe(1);
  });

  test('obeys Retry-After, but never longer than an hour', async () => {
    const hook = await startWebhook();
    hook.emulator.phone({ id: 1, firstName: 'Sri' }).type('halo');
    await breath();
    hook.arrived[0]?.finish({ status: 503, retryAfter: 30 });
    await breath();
    await hook.pass(29);
    expect(hook.arrived).toHaveLength(1);
    await hook.pass(2);
    expect(hook.arrived).toHaveLength(2);
    hook.arrived[1]?.finish({ status: 503, retryAfter: 100_000 });
    await breath();
    await hook.pass(3601);
    expect(hook.arrived).toHaveLength(3);
  });

  test('drops a press after 150 s while the message before it lives on', async () => {
    const hook = await startWebhook();
    const sri = await offerButton(hook, 1);
    sri.press('Ya');
    sri.type('halo');
    await breath();
    for (const one of hook.arrived) one.finish({ status: 500, retryAfter: 200 });
    await breath();
    await hook.pass(201);
    expect(hook.whats()).toEqual(['ya', 'halo', 'halo']);
    expect(hook.emulator.stats.dropped).toBe(1);
    expect(await hook.info()).toMatchObject({ pending_update_count: 1 });
  });

  test('counts a broken connection as a failure', async () => {
    const hook = await startWebhook();
    hook.emulator.phone({ id: 1, firstName: 'Sri' }).type('halo');
    await breath();
    hook.arrived[0]?.finish(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    await breath();
    await hook.pass(2);
    expect(hook.arrived).toHaveLength(2);
    expect(await hook.info()).toMatchObject({ last_error_message: 'Connection reset by peer' });
  });

  test('does the method in the response and throws its error away', async () => {
    const hook = await startWebhook();
    const sri = hook.emulator.phone({ id: 1, firstName: 'Sri' });
    sri.type('halo');
    sri.type('lagi');
    await breath();
    hook.arrived[0]?.finish({
      body: JSON.stringify({ method: 'sendMessage', chat_id: 1, text: 'Selamat siang' }),
    });
    await breath();
    hook.arrived[1]?.finish({ body: JSON.stringify({ method: 'sendMessage', chat_id: 1, text: '' }) });
    await breath();
    expect((await sri.next()).text).toBe('Selamat siang');
    const calls = hook.emulator.calls().filter(({ from }) => from === 'webhook-response');
    expect(calls.map(({ ok }) => ok)).toEqual([true, false]);
    expect(await hook.info()).toMatchObject({ pending_update_count: 0 });
  });

  test('storms: the same update several times at the same moment, then the next one', async () => {
    const hook = await startWebhook();
    hook.emulator.storm({ repeatShare: 1, copies: 3, parallel: true });
    const sri = hook.emulator.phone({ id: 1, firstName: 'Sri' });
    sri.type('satu');
    sri.type('dua');
    await breath();
    expect(hook.whats()).toEqual(['satu', 'satu', 'satu', 'satu']);
    for (const one of hook.arrived) one.finish();
    await breath();
    expect(hook.whats().slice(4)).toEqual(['dua', 'dua', 'dua', 'dua']);
    expect(hook.emulator.stats.repeated).toBe(6);
  });

  test('sends what waited when a webhook is set, and only the kinds asked for', async () => {
    const hook = await startWebhook();
    const sri = await offerButton(hook, 1);
    await hook.emulator.call(token, 'deleteWebhook');
    sri.type('menunggu');
    expect(hook.arrived).toHaveLength(0);
    const kinds = { allowed_updates: ['callback_query'] };
    await hook.emulator.call(token, 'setWebhook', { url: 'http://127.0.0.1:1/hook', ...kinds });
    await breath();
    hook.arrived[0]?.finish();
    await breath();
    sri.type('tidak diminta');
    sri.press('Ya');
    await breath();
    expect(hook.whats()).toEqual(['menunggu', 'ya']);
  });
});

describe('answers to a press', () => {
  test('are taken once and within 150 s', async () => {
    const hook = await startWebhook();
    const answers: unknown[] = [];
    const sri = await offerButton(hook, 1);
    const answer = async () =>
      answers.push(await hook.emulator.call(token, 'answerCallbackQuery', { callback_query_id: id }));
    let id = '';
    const seen = (raw: string) => /"callback_query":\{"id":"(\d+)"/.exec(raw)?.[1] ?? '';
    sri.press('Ya');
    id = seen(JSON.stringify(await pendingOf(hook)));
    await answer();
    await answer();
    sri.press('Ya');
    id = seen(JSON.stringify(await pendingOf(hook)));
    await hook.pass(151);
    await answer();
    expect(answers.map((one) => (one as { ok: boolean }).ok)).toEqual([true, false, false]);
  });
});

async function pendingOf({ emulator }: Awaited<ReturnType<typeof startWebhook>>): Promise<unknown> {
  await emulator.call(token, 'deleteWebhook');
  const answer = await emulator.call(token, 'getUpdates', { offset: -1 });
  return typeof answer === 'object' && answer.ok ? answer.result : undefined;
}
