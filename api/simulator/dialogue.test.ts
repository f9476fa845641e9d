import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { findTicket, shortestReport } from '../../bot/flows/citizen/dialogues/shortest-report.ts';
import { openBrowser } from '../testing/browser.ts';
import { skinNames } from './skins/skin-name.ts';
import { openPage } from './testing/open-page.ts';
import { openTestSimulator, type TestSimulator } from './testing/open-simulator.ts';
import { pageActor } from './testing/page-actor.ts';

let simulator: TestSimulator;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser?.close());
/** Nobody's report is near anybody else's. */
beforeEach(async () => {
  simulator = await openTestSimulator({ neighbours: false });
  return () => simulator.close();
});

describe.each(skinNames)('in %s', (skin) => {
  test('the shortest report is made on the page, and its ticket found again', async () => {
    const { page, faults, close } = await openPage(browser, simulator.url, { skin });
    const sri = pageActor(page, skin);
    const { names } = await playTranscript(shortestReport, sri);
    expect(names.get('ticket')).toMatch(/^SLT-[0-9A-HJKMNP-TV-Z]{6}$/);
    await playTranscript(findTicket, sri, names);
    await close();
    expect(faults).toEqual([]);
  }, 60_000);
});
