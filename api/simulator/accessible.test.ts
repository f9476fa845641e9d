import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import type { SkinName } from './skins/skin-name.ts';
import { openPage } from './testing/open-page.ts';
import { openTestSimulator, type TestSimulator } from './testing/open-simulator.ts';
import { pageVisitor } from './testing/page-visitor.ts';

let simulator: TestSimulator;
let browser: Browser;
let axe: string;
beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  [simulator, browser] = await Promise.all([openTestSimulator(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
});

const faultsIn = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

/** Targets a thumb would miss, but for links within a text. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, input:not([type=hidden]), select, summary, a:not(.text a, .skip)')]
      .filter((target) => target.checkVisibility())
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width < 44 || height < 43.5;
      })
      .map((target) => target.outerHTML.slice(0, 120)),
  );

const screens = [
  { name: 'a desk', viewport: { width: 1440, height: 900 } },
  { name: 'the narrowest phone', viewport: { width: 320, height: 640 } },
] as const;

/** Answers the question what it is about, and comes to the map, as people do in each app. */
const toTheMap: {
  readonly [skin in SkinName]: (page: Page, look: (where: string) => Promise<void>) => Promise<void>;
} = {
  telegram: async (page) => {
    const { press } = pageVisitor(page);
    await press('Lampu Jalan (PJU)');
    await press('Kirim lokasi');
  },
  whatsapp: async (page, look) => {
    const { press } = pageVisitor(page);
    await page.getByRole('button', { name: 'Lihat pilihan' }).click();
    await page.waitForSelector('.rows:popover-open');
    await look('list');
    await page.keyboard.press('Escape');
    await press('Lampu Jalan (PJU)');
    await press('Kirim lokasi');
  },
  teks: async (page) => {
    const { type, reads } = pageVisitor(page);
    await type('1');
    await reads('Di mana lokasinya');
    await page.getByRole('button', { name: 'Lampirkan foto atau lokasi' }).click();
    await page.getByRole('button', { name: 'Pilih titik di peta' }).click();
  },
};

/** Plain text has no colours that the official app has not, but for its head. */
const ways = [
  { skin: 'telegram', colorScheme: 'light' },
  { skin: 'telegram', colorScheme: 'dark' },
  { skin: 'whatsapp', colorScheme: 'light' },
  { skin: 'whatsapp', colorScheme: 'dark' },
  { skin: 'teks', colorScheme: 'dark' },
] as const;

describe.each(screens)('on $name', ({ viewport }) => {
  test.each(ways)(
    'nothing stands in anybody’s way, in $skin, $colorScheme',
    async ({ skin, colorScheme }) => {
      const { page, faults, close } = await openPage(browser, simulator.url, {
        viewport,
        colorScheme,
        skin,
        reducedMotion: 'reduce',
      });
      const { type, reads } = pageVisitor(page);
      const all: string[] = [];
      const look = async (where: string) => {
        all.push(...(await faultsIn(page)).map((fault) => `${where}, ${fault}`));
        all.push(...(await smallTargets(page)).map((target) => `${where}, small: ${target}`));
      };
      await look('welcome');
      await type('lampu jalan mati');
      await reads('Sepertinya tentang');
      await look('question');
      await toTheMap[skin](page, look);
      await page.waitForSelector('#peta:popover-open');
      all.push(...(await faultsIn(page)).map((fault) => `map, ${fault}`));
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Lampirkan foto atau lokasi' }).click();
      await look('clip');
      await page.keyboard.press('Escape');
      for (const [as, place] of [
        ['sri', '#pilihan'],
        ['sri', '#layar'],
        ['petugas', ''],
        ['atasan', ''],
        ['petugas', '#pilihan'],
      ]) {
        await page.goto(`${simulator.url}/coba?as=${as}&di=${skin}${place}`);
        await page.waitForSelector('html[data-heard]');
        await look(`${as}${place}`);
      }
      expect(all).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      await close();
      expect(faults).toEqual([]);
    },
  );
});

test.each(['en-US', 'jv-ID'])('the narrowest phone holds the words of %s', async (locale) => {
  const viewport = { width: 320, height: 640 };
  const skin = 'whatsapp';
  const { page, faults, close } = await openPage(browser, simulator.url, { viewport, locale, skin });
  expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
  for (const panel of ['telepon', 'pilihan', 'layar']) {
    await page.goto(`${simulator.url}/coba?di=${skin}#${panel}`);
    expect(await faultsIn(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  }
  await close();
  expect(faults).toEqual([]);
});

test('a fault would be found', async () => {
  const { page, close } = await openPage(browser, simulator.url);
  await page.evaluate(() => {
    document.querySelector('label[for=tulis]')?.remove();
    document.querySelector('#tulis')?.removeAttribute('placeholder');
  });
  expect((await faultsIn(page)).join()).toContain('label');
  await close();
});
