import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../bot/i18n/languages.ts';
import { testSecret, testToken } from '../testing/hall.ts';
import { openWorkerHall, type WorkerHall } from './testing/worker-hall.ts';

const spoken = Object.entries(languages);
const locales = join(import.meta.dirname, '../../locales');

describe('the languages beside a Worker', () => {
  let house: WorkerHall;
  beforeAll(async () => {
    house = await openWorkerHall();
  });
  afterAll(() => house?.close());

  test('are the files of the folder, and nothing else that lies there', async () => {
    const { LOCALES } = await house.worker.bindings();
    const answer = async (name: string) => LOCALES?.fetch(`https://locales/${name}`);
    for (const [language, sentences] of spoken)
      expect(await (await answer(`${language}.json`))?.json(), language).toEqual(sentences);
    for (const name of ['README.md', 'README', '.assetsignore', 'su.json', ''])
      expect((await answer(name))?.status, name).toBe(404);
  });

  test('are nothing that a visitor can fetch from it', async () => {
    for (const name of ['id.json', 'jv.json', 'README.md', 'id'])
      expect((await fetch(`${house.worker.url}/${name}`)).status, name).toBe(404);
  });

  test('are all spoken', async () => {
    for (const [language, sentences] of spoken) {
      const page = await fetch(`${house.worker.url}/privasi?bahasa=${language}`);
      expect(await page.text(), language).toContain(sentences['privacy.title']);
    }
  });
});

describe('while one of the languages cannot be read', () => {
  let house: WorkerHall;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pendopo-locales-'));
    for (const [language] of spoken.filter(([language]) => language !== 'jv'))
      await copyFile(join(locales, `${language}.json`), join(folder, `${language}.json`));
    house = await openWorkerHall({ locales: folder });
  });
  afterAll(async () => {
    await house?.close();
    await rm(folder, { recursive: true });
  });

  test('the platform is asked to come again, and nobody is spoken to in keys', async () => {
    const from = { id: 700, is_bot: false, first_name: 'Tono', language_code: 'id' };
    const chat = { id: 700, type: 'private', first_name: 'Tono' };
    const posted = await fetch(house.webhookUrl, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': testSecret },
      body: JSON.stringify({
        update_id: 1,
        message: { message_id: 1, date: 1_790_000_000, from, chat, text: 'halo' },
      }),
    });
    expect([posted.status, posted.headers.get('retry-after')]).toEqual([503, '5']);
    const page = await fetch(`${house.worker.url}/privasi`);
    expect([page.status, await page.text()]).toEqual([503, 'try again']);
    expect(house.emulator.calls(testToken).filter(({ method }) => method === 'sendMessage')).toEqual([]);
    expect(await house.sql`select from contact`).toHaveLength(0);
    expect(house.worker.lines().map(({ event }) => event)).toEqual(['hall-closed', 'hall-closed']);
  });

  test('no job runs, and the log says so', async () => {
    expect(await house.worker.tick(new Date())).toMatchObject({ outcome: 'ok' });
    expect(house.worker.lines().at(-1)).toMatchObject({ event: 'tick-missed' });
  });
});
