import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { awardPages } from '../award/index.ts';
import { openBrowser } from '../testing/browser.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';

const doors = { telegram: 'SapaSalatigaBot', whatsapp: '+62 812-7777-0001' };
let house: TestHall;
let app: ReturnType<typeof createApp>;

const spoilt = new Hono().get('/', () => {
  throw new Error('Sri, 081234567890');
});

beforeAll(async () => {
  house = await openTestHall();
  app = createApp({
    hall: { ...house.hall, city: () => ({ ...house.hall.city(), doors }) },
    rooms: [
      { path: '/penghargaan', app: awardPages(house.hall) },
      { path: '/rusak', app: spoilt },
    ],
  });
});
afterAll(() => house.close());

const read = async (path: string) => {
  const response = await app.request(path, { headers: { accept: 'text/html,*/*;q=0.8' } });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const doorsIn = (text: string) => [...text.matchAll(/<a href="([^"]+)"/g)].map(([, path]) => path);

test('the front door says what this is, and leads into the chats and every room that is there', async () => {
  const { status, text, headers } = await read('/');
  expect(status).toBe(200);
  expect(text).toContain('<title>Sapa Salatiga</title>');
  expect(text).toContain('layanan Pemerintah Kota Salatiga cukup lewat obrolan');
  const links = doorsIn(text);
  expect(links.slice(0, 2)).toEqual(['https://t.me/SapaSalatigaBot', 'https://wa.me/6281277770001']);
  const rooms = links.slice(2).map(String);
  expect(rooms).toEqual(['/lacak', '/kinerja', '/penghargaan', '/pelatihan', '/privasi']);
  for (const room of rooms) expect((await app.request(room)).status, room).toBe(200);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('an address where nothing is has the same doors, in the reader’s language', async () => {
  const { status, text } = await read('/tidak/ada?bahasa=en');
  expect(status).toBe(404);
  expect(text).toContain('<h1>Page not found</h1>');
  expect(doorsIn(text)).toContain('/lacak?bahasa=en');
});

test('a fault of ours says so kindly, and neither page nor log says what it was about', async () => {
  const { lines } = house.log;
  const { status, text } = await read('/rusak');
  expect(status).toBe(500);
  expect(text).toContain('Ada gangguan di pihak kami');
  expect(`${text}${JSON.stringify(lines)}`).not.toMatch(/Sri|0812/);
  expect(lines.some(({ event }) => event === 'request-failed')).toBe(true);
});

test.each([
  ['/tidak/ada', 404, 'not found'],
  ['/rusak', 500, 'something went wrong here'],
])('a program gets a line of text at %s', async (path, status, said) => {
  const response = await app.request(path);
  expect([response.status, await response.text()]).toEqual([status, said]);
});

test('all three are open to everybody: axe finds nothing narrow or wide, in both themes, and nothing is cut off', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const browser = await openBrowser();
  try {
    for (const path of ['/', '/tidak/ada', '/rusak'])
      for (const width of [320, 1440])
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
          await page.setContent((await read(path)).text);
          await page.evaluate(axe);
          const { violations } = await page.evaluate<AxeResults>('axe.run()');
          expect(
            violations.map(({ id }) => id),
            `${path} ${width} ${colorScheme}`,
          ).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          await page.close();
        }
  } finally {
    await browser.close();
  }
}, 120_000);
