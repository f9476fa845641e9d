import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import { type Opened, openPage } from './testing/open-page.ts';
import { openTestSimulator, type TestSimulator } from './testing/open-simulator.ts';
import { pageVisitor } from './testing/page-visitor.ts';

let simulator: TestSimulator;
let browser: Browser;
const pages: Opened[] = [];
beforeAll(async () => {
  [simulator, browser] = await Promise.all([openTestSimulator(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
});
afterEach(async () => {
  for (const { faults, close } of pages.splice(0)) {
    await close();
    expect(faults).toEqual([]);
  }
});

const visit = async (options: Parameters<typeof openPage>[2] = {}) => {
  const opened = await openPage(browser, simulator.url, options);
  pages.push(opened);
  return { page: opened.page, ...pageVisitor(opened.page) };
};

describe('a report through the page', () => {
  test('is made with the mouse, the answers appearing by themselves', async () => {
    const { page, type, press, reads, either, receipt } = await visit();
    await type('lampu jalan mati');
    await reads('Sepertinya tentang');
    await press('Lampu Jalan (PJU)');
    await press('Kirim lokasi');
    await page.locator('.cell[data-name^="Tingkir Lor"]').click();
    expect(await page.locator('#di-peta').textContent()).toBe('Tingkir Lor, Tingkir');
    await page.getByRole('button', { name: 'Kirim lokasi ini' }).click();
    await reads('Tempat: Tingkir Lor, Tingkir');
    if (await either('Tetap lapor baru', 'Lewati')) await press('Tetap lapor baru');
    await press('Lewati');
    await press('Biasa');
    await press('Kirim');
    const ticket = await receipt();
    await press('Salin nomor');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(ticket);
    expect(await page.locator('#kabar').textContent()).toBe('Tersalin');
  });

  test('is made with the keyboard alone', async () => {
    const { page, tabTo, reads, either, receipt } = await visit();
    const choose = async (label: string) => {
      await tabTo(label, 'Shift+Tab');
      await page.keyboard.press('Enter');
    };
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#tulis:focus').waitFor();
    await page.keyboard.type('jalan berlubang di depan sekolah');
    await page.keyboard.press('Enter');
    await reads('Sepertinya tentang');
    await choose('Jalan & Trotoar');
    await reads('Di mana lokasinya');
    await tabTo('Kirim lokasi', 'Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#peta:popover-open .map:focus');
    const before = await page.locator('#peta [name=lat]').inputValue();
    await page.keyboard.press('ArrowUp');
    expect(Number(await page.locator('#peta [name=lat]').inputValue())).toBeGreaterThan(Number(before));
    await page.keyboard.press('Enter');
    await reads('Tempat:');
    if (await either('Tetap lapor baru', 'Lewati')) await choose('Tetap lapor baru');
    await page.locator('button:focus, input:focus').waitFor();
    await choose('Lewati');
    await reads('Isi laporan boleh tampil');
    await choose('Biasa');
    await reads('Sudah benar');
    await choose('Kirim');
    await receipt();
  });

  test('takes a photo from the clip', async () => {
    const { page, reads } = await visit();
    await page.getByRole('button', { name: 'Lampirkan foto atau lokasi' }).click();
    await page.getByRole('button', { name: 'Sampah menumpuk' }).click();
    await page.locator('#isi .photo').waitFor();
    await reads(/./);
    expect(await page.locator('#isi .photo').evaluate((photo: HTMLImageElement) => photo.naturalWidth)).toBe(
      800,
    );
  });
});

describe('beside the phone', () => {
  test('a scenario types by itself, waits when told to, and comes to the receipt', async () => {
    const { page, receipt } = await visit({ hurry: true });
    await page.getByRole('button', { name: /^Lampu jalan mati/ }).click();
    await page.getByRole('button', { name: 'Jeda' }).click();
    const typed = await page.locator('#tulis').inputValue();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await page.locator('#tulis').inputValue()).length).toBeLessThanOrEqual(typed.length + 1);
    await page.getByRole('button', { name: 'Lanjut', exact: true }).click();
    await receipt();
    await page.locator('#putar').waitFor({ state: 'hidden' });
  });

  test('a scenario yields to whoever types themselves', async () => {
    const { page, type, reads } = await visit();
    await page.getByRole('button', { name: /^Cek laporan/ }).click();
    await page.locator('#putar').waitFor();
    await page.locator('#tulis').press('h');
    await page.locator('#putar').waitFor({ state: 'hidden' });
    await type('halo');
    await reads('Selamat datang');
    expect(await page.locator('#isi .turn.person').count()).toBe(1);
  });

  test('a scenario is shown at once to people who want no motion', async () => {
    const { page, receipt } = await visit({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: /^Foto dulu/ }).click();
    await page.waitForURL(/#akhir$/);
    await receipt();
    await page.locator('#isi .photo').waitFor();
  });

  test('another person holds another phone', async () => {
    const { page, type, reads } = await visit();
    await type('halo');
    await reads('Selamat datang');
    await page.getByRole('link', { name: /^Mas Bayu/ }).click();
    await page.waitForSelector('html[data-heard]');
    expect(await page.locator('#isi .bubble').count()).toBe(0);
    await page.getByRole('link', { name: /^Ibu Sri/ }).click();
    await page.locator('#isi .bubble').first().waitFor();
  });

  test('what the service did is told line by line, and the dialogue is copied as a test', async () => {
    const { page, type, reads } = await visit();
    await type('halo');
    await reads('Selamat datang');
    await page.locator('#baris .seen').waitFor();
    await page.locator('#baris summary').first().click();
    expect(await page.locator('#baris pre').first().textContent()).toContain('"chat_id"');
    await page.getByRole('link', { name: 'Salin uji' }).click();
    await page.locator('#kabar').filter({ hasText: 'Tersalin' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^> halo\nSelamat datang/);
  });

  test('the clock moves on, and back, without leaving the page', async () => {
    const { page } = await visit();
    const before = await page.locator('#tanggal').textContent();
    await page.getByRole('button', { name: '+1 hari' }).click();
    await expect.poll(() => page.locator('#tanggal').textContent()).not.toBe(before);
    await page.getByRole('button', { name: 'Kembali ke sekarang' }).click();
    await expect.poll(() => page.locator('#tanggal').textContent()).toBe(before);
  });

  test('everything starts anew', async () => {
    const { page, type, reads } = await visit();
    await type('halo');
    await reads('Selamat datang');
    await page.getByRole('button', { name: 'Mulai dari awal' }).click();
    await page.locator('.welcome').waitFor();
    expect(await page.locator('#isi .bubble').count()).toBe(0);
  });
});
