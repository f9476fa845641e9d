import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { certificatePages } from '../certificates/index.ts';
import { plantAward, untilPhase } from '../testing/award.ts';
import { openBrowser } from '../testing/browser.ts';
import { openTestHall, type TestHall } from '../testing/hall.ts';
import { awardPages } from './index.ts';
import {
  announce,
  countVote,
  decide,
  freezeVote,
  heldReceipt,
  plantNominee,
} from './testing/planted-vote.ts';

let house: TestHall;
let app: ReturnType<typeof createApp>;
let cycle: string;
const sql = () => house.hall.database.sql;
const code = () => cycle;

beforeAll(async () => {
  house = await openTestHall();
  app = createApp({
    hall: house.hall,
    rooms: [
      { path: '/penghargaan', app: awardPages(house.hall) },
      { path: '/sertifikat', app: certificatePages(house.hall) },
    ],
  });
  const award = await plantAward(house.hall);
  cycle = award.cycle.code;
  await plantNominee(sql(), award.id, { name: 'W'.repeat(60), unit: 'disdukcapil' });
  await plantNominee(sql(), award.id, { name: 'Ai', unit: 'disdukcapil' });
  await freezeVote(sql(), award.id, [{ unit: 'disdukcapil', voters: 8, voted: 7 }]);
  await countVote(sql(), award.id);
  await announce(sql(), award.id);
  await decide(sql(), award.id);
  await untilPhase(house.hall, award, 'keputusan');
});
afterAll(() => house.close());

test('they are told in another language too, and kept for a minute', async () => {
  const answer = await app.request(`/penghargaan/${code()}?bahasa=en`);
  const { headers } = answer;
  const text = await answer.text();
  expect(text).toContain('<html lang="en">');
  expect(text).toContain('All staff may nominate.');
  expect(headers.get('cache-control')).toBe('public, max-age=60');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  const again = await app.request(`/penghargaan/${code()}?bahasa=en`, {
    headers: { 'if-none-match': headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

test('the figures of the offices lead there, where the pages are', async () => {
  const linked = await (await app.request('/kinerja?bahasa=en')).text();
  expect(linked).toContain('href="/penghargaan?bahasa=en"');
  const without = createApp({ hall: house.hall });
  expect(await (await without.request('/kinerja')).text()).not.toContain('/penghargaan');
});

test('its pages are open to everybody: axe finds nothing narrow or wide, in both themes, and nothing is cut off', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await sql()`update unit set name = 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana' where code = 'disdukcapil'`;
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  const paths = [
    '/penghargaan',
    `/penghargaan/${code()}?bahasa=jv`,
    `/penghargaan/${code()}/bukti`,
    '/penghargaan/tidak-ada',
    '/sertifikat',
    '/sertifikat/SRT-2026-7K4PQ2',
    '/sertifikat/tidak-ada',
  ];
  try {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [320, 1280]) {
        const page = await browser.newPage({
          viewport: { width, height: 640 },
          colorScheme,
          bypassCSP: true,
        });
        for (const path of paths) {
          await page.goto(`${root}${path}`);
          await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
          await page.evaluate(axe);
          const { violations } = await page.evaluate<AxeResults>('axe.run()');
          expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        }
        await page.close();
      }
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${root}/penghargaan/${code()}/bukti`);
    await page.getByLabel('Kode bukti').fill(heldReceipt);
    await page.keyboard.press('Enter');
    await page.getByText('Kode itu tercatat').waitFor();
    expect(page.url()).not.toContain('7K4P');
    await page.close();
  } finally {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  }
}, 120_000);
