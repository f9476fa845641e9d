import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
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

describe.each(screens)('on $name', ({ viewport }) => {
  test.each(['light', 'dark'] as const)('nothing stands in anybody’s way, in %s', async (colorScheme) => {
    const { page, faults, close } = await openPage(browser, simulator.url, {
      viewport,
      colorScheme,
      reducedMotion: 'reduce',
    });
    const { type, reads, press } = pageVisitor(page);
    const found = async (where: string) => (await faultsIn(page)).map((fault) => `${where}, ${fault}`);
    const all = [...(await found('welcome'))];
    await type('lampu jalan mati');
    await reads('Sepertinya tentang');
    all.push(...(await found('question')));
    expect(await smallTargets(page)).toEqual([]);
    await press('Lampu Jalan (PJU)');
    await press('Kirim lokasi');
    await page.waitForSelector('#peta:popover-open');
    all.push(...(await found('map')));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Lampirkan foto atau lokasi' }).click();
    all.push(...(await found('clip')));
    expect(await smallTargets(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const place of ['#pilihan', '#layar', '?as=petugas', '?as=atasan', '?as=petugas#pilihan']) {
      await page.goto(`${simulator.url}/coba${place}`);
      await page.waitForSelector('html[data-heard]');
      all.push(...(await found(place)));
      expect(await smallTargets(page)).toEqual([]);
    }
    expect(all).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await close();
    expect(faults).toEqual([]);
  });
});

test.each(['en-US', 'jv-ID'])('the narrowest phone holds the words of %s', async (locale) => {
  const viewport = { width: 320, height: 640 };
  const { page, faults, close } = await openPage(browser, simulator.url, { viewport, locale });
  expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
  for (const panel of ['telepon', 'pilihan', 'layar']) {
    await page.goto(`${simulator.url}/coba#${panel}`);
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
