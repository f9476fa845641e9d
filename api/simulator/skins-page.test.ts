import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import type { SkinName } from './skins/skin-name.ts';
import { openPage } from './testing/open-page.ts';
import { openTestSimulator, type TestSimulator } from './testing/open-simulator.ts';
import { pageVisitor } from './testing/page-visitor.ts';

let simulator: TestSimulator;
let browser: Browser;
beforeAll(async () => {
  [simulator, browser] = await Promise.all([openTestSimulator({ neighbours: false }), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
});

const visit = async (skin: SkinName, options: Parameters<typeof openPage>[2] = {}) => {
  const opened = await openPage(browser, simulator.url, { ...options, skin });
  return { ...opened, ...pageVisitor(opened.page) };
};

test.each(['whatsapp', 'teks'] as const)(
  'a scenario types by itself in %s, up to the receipt',
  async (skin) => {
    const { page, receipt, close, faults } = await visit(skin, { hurry: true });
    await page.getByRole('button', { name: /^Lampu jalan mati/ }).click();
    await receipt();
    await page.locator('#putar').waitFor({ state: 'hidden' });
    await close();
    expect(faults).toEqual([]);
  },
);

test('a list is opened and chosen from by keyboard alone', async () => {
  const { page, type, reads, close, faults } = await visit('whatsapp');
  await type('lampu jalan mati');
  await reads('Sepertinya tentang');
  await page.getByRole('button', { name: 'Lihat pilihan' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.rows:popover-open');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await reads('Di mana lokasinya');
  await page.getByRole('button', { name: 'Kirim lokasi' }).waitFor();
  expect(await page.locator('.turn.person .quote').textContent()).toContain('Sepertinya tentang');
  await page.locator('.turn.person .ticks.read').last().waitFor();
  await close();
  expect(faults).toEqual([]);
});

test('the apps are changed by keyboard, and each keeps its chat', async () => {
  const { page, type, reads, close, faults } = await visit('whatsapp');
  await type('halo');
  await reads('Selamat datang');
  const apps = page.getByRole('navigation', { name: 'Di aplikasi mana' });
  await apps.getByRole('link', { name: 'WhatsApp teks' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/di=teks/);
  await page.waitForSelector('html[data-heard]');
  expect(await page.locator('#isi .bubble').count()).toBe(0);
  await apps.getByRole('link', { name: 'WhatsApp', exact: true }).click();
  await reads('Selamat datang');
  await close();
  expect(faults).toEqual([]);
});

test('the window closes while the page is looked at, and opens with the next word', async () => {
  const { page, type, reads, close, faults } = await visit('whatsapp');
  const state = page.locator('#jendela');
  expect(await state.textContent()).toContain('Terbuka begitu');
  await type('halo');
  await reads('Selamat datang');
  await state.filter({ hasText: 'Terbuka sampai' }).waitFor();
  await page.getByRole('button', { name: 'Lewatkan 25 jam' }).click();
  await state.filter({ hasText: 'Tertutup' }).waitFor();
  await type('/bantuan');
  await state.filter({ hasText: 'Terbuka sampai' }).waitFor();
  await page.getByRole('button', { name: 'Kembali ke sekarang' }).click();
  await close();
  expect(faults).toEqual([]);
});
