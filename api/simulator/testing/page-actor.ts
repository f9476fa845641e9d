import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Actor, SeenMessage } from '../../../bot/conversation/transcript.ts';
import { pageVisitor } from './page-visitor.ts';

/** An answer is whole when nothing of the chat has changed for so long (milliseconds). */
const quiet = 700;

type Turn = SeenMessage & { id: string };

/** What stands in the chat from the bot, with the keyboard below it as buttons of the last message. */
const turnsOn = (page: Page): Promise<Turn[]> =>
  page.evaluate(() => {
    const labels = (all: Iterable<Element>) => [...all].map((button) => button.textContent?.trim() ?? '');
    const turns = [...document.querySelectorAll('#isi .turn.bot')].map((turn) => ({
      id: turn.id,
      text: turn.querySelector('.text')?.textContent ?? '',
      buttons: labels(turn.querySelectorAll('.buttons button')),
    }));
    turns.at(-1)?.buttons.push(...labels(document.querySelectorAll('#tombol button')));
    return turns;
  });

/** Somebody at the simulator's page, for playing dialogues: they click, type and put pins, and read what has changed. */
export const pageActor = (page: Page): Actor => {
  const { type, press } = pageVisitor(page);
  const known = new Map<string, string>();
  const changedSince = (turns: readonly Turn[]) => turns.filter(({ id, text }) => known.get(id) !== text);
  return {
    type,
    press,
    photo: async () => {
      await page.getByRole('button', { name: 'Lampirkan foto atau lokasi' }).click();
      await page.getByRole('button', { name: 'Sampah menumpuk' }).click();
    },
    location: async (lat, lon) => {
      await press('Kirim lokasi');
      await page.waitForSelector('#peta:popover-open .map');
      await page.evaluate(
        ([north, east]) => {
          const field = (name: string) => document.querySelector<HTMLInputElement>(`#peta [name=${name}]`);
          for (const [name, value] of Object.entries({ lat: north, lon: east })) {
            const input = field(name);
            if (input) input.value = String(value);
          }
        },
        [lat, lon] as const,
      );
      await page.getByRole('button', { name: 'Kirim lokasi ini' }).click();
    },
    seen: async () => {
      let last = '';
      for (let since = Date.now(); ; ) {
        const turns = await turnsOn(page);
        const now = JSON.stringify(turns);
        if (now !== last) since = Date.now();
        last = now;
        const changed = changedSince(turns);
        if (changed.length > 0 && Date.now() - since > quiet) {
          for (const { id, text } of turns) known.set(id, text);
          return changed;
        }
        await sleep(50);
      }
    },
  };
};
