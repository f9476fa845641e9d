import { Telegraf, Telegram } from 'telegraf';
import { afterEach, describe, expect, test } from 'vitest';
import { createTelegramEmulator, type EmulatorOptions, samplePhoto, serveEmulator } from './index.ts';

const token = '100:uji';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listen(options: Partial<EmulatorOptions> = {}) {
  const emulator = createTelegramEmulator({ bots: [{ token }], ...options });
  const server = await serveEmulator(emulator);
  closing.push(server.close, emulator.close);
  return { emulator, apiRoot: server.url };
}

describe("telegraf's own client", () => {
  test('uploads a photo, finds it by id, downloads the same bytes and sends it again', async () => {
    const { emulator, apiRoot } = await listen();
    const telegram = new Telegram(token, { apiRoot });
    const sri = emulator.phone({ id: 1, firstName: 'Sri' });
    sri.type('/start');
    const picture = Buffer.from(samplePhoto(3, 1000, 500));
    const sent = await telegram.sendPhoto(
      1,
      { source: picture },
      { caption: '<i>Lubang</i>', parse_mode: 'HTML' },
    );
    expect(sent).toMatchObject({
      caption: 'Lubang',
      caption_entities: [{ type: 'italic', offset: 0, length: 6 }],
    });
    expect(sent.photo.map(({ width, height }) => [width, height])).toEqual([
      [90, 45],
      [320, 160],
      [800, 400],
      [1000, 500],
    ]);
    const largest = sent.photo.at(-1)?.file_id ?? '';
    const file = await telegram.getFile(largest);
    const link = await telegram.getFileLink(largest);
    expect(file.file_path).toMatch(/^photos\/file_\d+\.jpg$/);
    const downloaded = await fetch(link);
    expect(Buffer.from(await downloaded.arrayBuffer()).equals(picture)).toBe(true);
    const again = await telegram.sendPhoto(1, largest);
    expect(again.photo.at(-1)?.file_unique_id).toBe(sent.photo.at(-1)?.file_unique_id);
    expect((await fetch(`${apiRoot}/file/bot${token}/photos/file_999.jpg`)).status).toBe(404);
    await expect(telegram.sendDocument(1, largest)).rejects.toThrow(
      "can't use file of type Photo as Document",
    );
  });

  test('sends a document and an album', async () => {
    const { emulator, apiRoot } = await listen();
    const telegram = new Telegram(token, { apiRoot });
    emulator.phone({ id: 1, firstName: 'Sri' }).type('/start');
    const paper = await telegram.sendDocument(1, { source: Buffer.from('isi'), filename: 'rekap.csv' });
    expect(paper.document).toMatchObject({ file_name: 'rekap.csv', file_size: 3 });
    const album = await telegram.sendMediaGroup(
      1,
      [1, 2, 3].map((seed) => ({
        type: 'photo' as const,
        media: { source: Buffer.from(samplePhoto(seed)) },
      })),
    );
    expect(new Set(album.map((one) => ('media_group_id' in one ? one.media_group_id : '')))).toHaveLength(1);
    expect(album).toHaveLength(3);
  });

  test('is refused a file above 20 MiB, whatever really lies there', async () => {
    const { emulator, apiRoot } = await listen();
    const sri = emulator.phone({ id: 1, firstName: 'Sri' });
    sri.sendDocument(new Uint8Array([1]), { size: 20 * 1024 * 1024 + 1 });
    const id = sri.messages().at(-1)?.document?.file_id ?? '';
    await expect(new Telegram(token, { apiRoot }).getFile(id)).rejects.toThrow(
      '400: Bad Request: file is too big',
    );
  });

  test('learns from a 429 how long to wait, and nothing from a broken connection', async () => {
    const { emulator, apiRoot } = await listen();
    const telegram = new Telegram(token, { apiRoot });
    const sri = emulator.phone({ id: 1, firstName: 'Sri' });
    sri.type('/start');
    emulator.faults.add({ kind: 'throttle', retryAfter: 9, times: 1 });
    await expect(telegram.sendMessage(1, 'x')).rejects.toMatchObject({ parameters: { retry_after: 9 } });
    emulator.faults.add({ kind: 'lost-reply', times: 1 });
    await expect(telegram.sendMessage(1, 'sampai')).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect((await sri.next()).text).toBe('sampai');
  });
});

describe("telegraf's polling", () => {
  test('carries a whole dialogue and stops', async () => {
    const { emulator, apiRoot } = await listen({ timeScale: 0.01 });
    const bot = new Telegraf(token, { telegram: { apiRoot } });
    bot.command('lapor', (context) => context.reply('Apa yang rusak?'));
    bot.on('text', (context) => context.reply(`Dicatat: ${context.message.text}`));
    const launched = bot.launch();
    closing.push(() => launched.catch(() => undefined));
    const sri = emulator.phone({ id: 1, firstName: 'Sri' });
    sri.type('/lapor');
    expect((await sri.next()).text).toBe('Apa yang rusak?');
    sri.type('lampu jalan');
    expect((await sri.next()).text).toBe('Dicatat: lampu jalan');
    bot.stop();
  });

  test('is refused beside a webhook and ended by a second poller', async () => {
    const { emulator } = await listen();
    await emulator.call(token, 'setWebhook', { url: 'http://127.0.0.1:1/' });
    expect(await emulator.call(token, 'getUpdates')).toMatchObject({
      error_code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    await emulator.call(token, 'deleteWebhook');
    const first = emulator.call(token, 'getUpdates', { timeout: 30 });
    const second = emulator.call(token, 'getUpdates', { timeout: 30 });
    expect(await first).toMatchObject({
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    emulator.phone({ id: 1, firstName: 'Sri' }).type('halo');
    expect(await second).toMatchObject({ result: [{ message: { text: 'halo' } }] });
  });

  test('gives an update until a higher offset confirms it', async () => {
    const { emulator } = await listen();
    const sri = emulator.phone({ id: 1, firstName: 'Sri' });
    const [one, two] = [sri.type('satu'), sri.type('dua')];
    const ids = async (params: Record<string, unknown>) => {
      const answer = await emulator.call(token, 'getUpdates', params);
      const updates =
        typeof answer === 'object' && answer.ok ? (answer.result as { update_id: number }[]) : [];
      return updates.map((update) => update.update_id);
    };
    expect(await ids({ limit: 1 })).toEqual([one]);
    expect(await ids({})).toEqual([one, two]);
    expect(await ids({ offset: one + 1 })).toEqual([two]);
    expect(await ids({ offset: -1 })).toEqual([two]);
    expect(await ids({ offset: two + 1 })).toEqual([]);
  });
});
