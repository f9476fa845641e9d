import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { SkinName } from '../skins/skin-name.ts';

export type Opened = { page: Page; faults: string[]; close: () => Promise<void> };

/** A visitor's page, live, and everything that goes wrong in it: errors, refused loads, breaches of the content policy. */
export const openPage = async (
  browser: Browser,
  url: string,
  {
    hurry = false,
    skin = 'telegram',
    ...options
  }: BrowserContextOptions & {
    hurry?: boolean;
    skin?: SkinName;
  } = {},
): Promise<Opened> => {
  const context = await browser.newContext({
    locale: 'id-ID',
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && faults.push(line.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  if (hurry)
    await page.addInitScript(() => {
      const real = window.setTimeout.bind(window);
      window.setTimeout = ((task: () => void, delay = 0) =>
        real(task, delay / 10)) as typeof window.setTimeout;
    });
  await page.goto(`${url}/coba${skin === 'telegram' ? '' : `?di=${skin}`}`);
  await page.waitForSelector('html[data-heard]');
  return { page, faults, close: () => context.close() };
};
