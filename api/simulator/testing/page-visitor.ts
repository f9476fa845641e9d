import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const here = document.activeElement;
    return (here?.getAttribute('aria-label') ?? here?.textContent ?? '').trim();
  });

/** What somebody does on the page, by mouse or by keyboard, and what they then read. */
export const pageVisitor = (page: Page) => {
  const answer = (label: string): Locator =>
    page
      .locator('#isi .turn.bot button, #tombol button')
      .filter({ hasText: new RegExp(`(^|…)\\s*${label.replace(/[()]/g, '\\$&')}\\s*$`) });
  /** A row of a list is first to be uncovered. */
  const press = async (label: string): Promise<void> => {
    const wanted = answer(label).last();
    await wanted.waitFor({ state: 'attached' });
    const sheet = await wanted.evaluate((button) => button.closest('[popover]')?.id);
    if (sheet !== undefined) await page.locator(`[id="m-${sheet.replace('daftar-', '')}"] .opens`).click();
    await wanted.click();
  };
  const reads = (text: string | RegExp): Promise<void> =>
    page.locator('#isi .turn.bot .text').filter({ hasText: text }).last().waitFor();
  const tabTo = async (label: string, key: 'Tab' | 'Shift+Tab'): Promise<void> => {
    await answer(label).last().waitFor();
    for (let steps = 0; steps < 60; steps++) {
      if ((await focused(page)) === label) return;
      await page.keyboard.press(key);
    }
    throw new Error(`the keyboard does not reach "${label}" with ${key}; it is on "${await focused(page)}"`);
  };
  return {
    answer,
    reads,
    tabTo,
    type: async (text: string) => {
      await page.fill('#tulis', text);
      await page.press('#tulis', 'Enter');
    },
    press,
    /** Waits for a question that may or may not come, depending on what neighbours have reported. */
    either: async (question: string, other: string): Promise<boolean> => {
      await answer(question).or(answer(other)).last().waitFor();
      return (await answer(question).count()) > 0;
    },
    receipt: async (): Promise<string> => {
      await reads(/Nomor:/);
      const ticket = await page.locator('#isi code').last().textContent();
      expect(ticket).toMatch(/^SLT-[0-9A-HJKMNP-TV-Z]{6}$/);
      return ticket ?? '';
    },
  };
};
