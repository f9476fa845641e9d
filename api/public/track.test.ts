import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { openBrowser } from '../testing/browser.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';

const doors = { telegram: 'sapa_salatiga_bot', whatsapp: '62298000111' };
const words = 'lampu jalan mati di depan rumah nomor tujuh';

let house: TestHall;
let root: string;
const tickets = { biasa: '', tertutup: '', sensitive: '' };

const file = async (identity: string): Promise<string> => {
  await playTranscript(
    `> /lapor\n> ${words}\n> 1\n> lewati\n> lewati\n> ${identity}\n> Kirim`,
    house.actor(),
  );
  const [row] = await house.hall.database.sql<
    { ticket: string }[]
  >`select ticket from report order by id desc limit 1`;
  return row?.ticket ?? '';
};

beforeAll(async () => {
  house = await openTestHall();
  root = new URL(house.webhookUrl).origin;
  Object.assign(house.hall.city(), { doors });
  tickets.biasa = await file('Biasa');
  tickets.tertutup = await file('Tertutup');
  tickets.sensitive = await file('Biasa');
  await house.hall.database.sql`update report set category = 'pungli' where ticket = ${tickets.sensitive}`;
});
afterAll(() => house.close());

let visitor = 0;
/** A page as somebody sees it who comes through our reverse proxy from an address of their own. */
const look = async (path: string, address = `198.51.100.${++visitor}`) => {
  const response = await fetch(`${root}/lacak${path}`, { headers: { 'x-forwarded-for': address } });
  return { status: response.status, text: await response.text(), headers: response.headers };
};

describe('whoever has the number of a report', () => {
  test('sees where it stands, its office and its way, and nothing that was written', async () => {
    const { status, text } = await look(`/${tickets.biasa}`);
    expect(status).toBe(200);
    for (const seen of [
      tickets.biasa,
      'diteruskan ke dinas',
      'Perjalanan laporan',
      'Lampu Jalan (PJU)',
      'laporan diterima',
    ])
      expect(text).toContain(seen);
    for (const hidden of ['nomor tujuh', 'Sri']) expect(text).not.toContain(hidden);
  });

  test('finds the ways into the chats where it can be followed, as a link and as a code', async () => {
    const { text } = await look(`/${tickets.biasa}`);
    for (const link of [
      `https://t.me/sapa_salatiga_bot?start=l_${tickets.biasa}`,
      `https://wa.me/62298000111?text=CEK%20${tickets.biasa}`,
    ])
      expect(text).toContain(`<a href="${link}">`);
    expect(text.match(/<svg /g)).toHaveLength(2);
    expect((await look('/SLT-ZZZZZZ')).text).not.toContain('wa.me');
  });

  test('finds none where the operator named no chat', async () => {
    Object.assign(house.hall.city(), { doors: undefined });
    const { text } = await look(`/${tickets.biasa}`);
    Object.assign(house.hall.city(), { doors });
    expect(text).not.toContain('Ikuti lewat chat');
  });

  test('may type it as people do, and read it in another language', async () => {
    const { status, text } = await look(
      `?nomor=${tickets.biasa.toLowerCase().replace('-', '%20')}&bahasa=en`,
    );
    expect(status).toBe(200);
    expect(text).toContain('What has happened');
  });

  test('sees only the state of a Tertutup one', async () => {
    const { status, text } = await look(`/${tickets.tertutup}`);
    expect(status).toBe(200);
    expect(text).toContain('diteruskan ke dinas');
    for (const hidden of ['Perjalanan laporan', 'Lampu Jalan', 'laporan diterima', 'nomor tujuh'])
      expect(text).not.toContain(hidden);
  });

  test('is told of a sensitive one what is told of a number that nobody has', async () => {
    const sensitive = await look(`/${tickets.sensitive}`);
    expect(sensitive.status).toBe(404);
    expect(sensitive.text).toBe((await look('/SLT-ZZZZZZ')).text);
    expect(sensitive.text).toContain('tidak kami temukan');
  });

  test('leaves no trace of it: not kept, not indexed, not told to the next site', async () => {
    const { headers } = await look(`/${tickets.biasa}`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('whoever guesses', () => {
  test('is slowed down after twenty wrong numbers, right ones included; the neighbours are not', async () => {
    const guesser = '203.0.113.9';
    for (let i = 0; i < 20; i++) expect((await look('/SLT-ZZZZZZ', guesser)).status).toBe(404);
    const slowed = await look(`/${tickets.biasa}`, guesser);
    expect(slowed.status).toBe(429);
    expect(slowed.headers.get('retry-after')).toBe('60');
    expect(slowed.text).toContain('Terlalu banyak nomor');
    expect((await look(`/${tickets.biasa}`, '203.0.113.10')).status).toBe(200);
  });

  test('cannot choose an address to be counted by', async () => {
    for (let i = 0; i < 20; i++) await look('/SLT-ZZZZZZ', `192.0.2.${i}, 203.0.113.11`);
    expect((await look(`/${tickets.biasa}`, '192.0.2.200, 203.0.113.11')).status).toBe(429);
  });

  test('never sees on the page what they typed into the address', async () => {
    const { status, text } = await look('/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(status).toBe(404);
    expect(text).not.toContain('<script');
  });
});

test('the pages are open to everybody: axe finds nothing at 320 px, in both themes, and nothing is cut off', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const browser = await openBrowser();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({
        viewport: { width: 320, height: 640 },
        colorScheme,
        bypassCSP: true,
      });
      for (const path of ['', `/${tickets.biasa}`, `/${tickets.tertutup}`, '/SLT-ZZZZZZ']) {
        await page.goto(`${root}/lacak${path}`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate<AxeResults>('axe.run()');
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
}, 60_000);
