import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Actor, SeenMessage } from '../../../bot/conversation/transcript.ts';
import type { SkinName } from '../skins/skin-name.ts';
import { pageVisitor } from './page-visitor.ts';

/** An answer is whole when nothing of the chat has changed for so long (milliseconds). */
const quiet = 700;

type Turn = SeenMessage & { id: string };

/** What stands in the chat from the bot, with rows of its lists and the keyboard below it as buttons. */
const turnsOn = (page: Page): Promise<Turn[]> =>
  page.evaluate(() => {
    const labels = (all: Iterable<Element>) => [...all].map((button) => button.textContent?.trim() ?? '');
    const turns = [...document.querySelectorAll('#isi .turn.bot')].map((turn) => ({
      id: turn.id,
      text: turn.querySelector('.text')?.textContent ?? '',
      buttons: labels(turn.querySelectorAll('.buttons button, .rows form button')),
    }));
    turns.at(-1)?.buttons.push(...labels(document.querySelectorAll('#tombol button')));
    return turns;
  });

const numbered = /^(\d+)\. (.+)$/;

/** Numbered lines at the end of a text are what other apps have as buttons. */
const menuApart = ({ text, ...turn }: Turn): Turn => {
  const lines = text.trimEnd().split('\n');
  const above = lines.findLastIndex((line) => !numbered.test(line));
  const menu = lines.slice(above + 1).map((line) => numbered.exec(line)?.[2] ?? '');
  return { ...turn, text: lines.slice(0, above + 1).join('\n'), buttons: [...turn.buttons, ...menu] };
};

/** Somebody at the simulator's page, for playing dialogues: they click, type and put pins, and read what has changed. */
export const pageActor = (page: Page, skin: SkinName = 'telegram'): Actor => {
  const { type, press, answer } = pageVisitor(page);
  const known = new Map<string, string>();
  const changedSince = (turns: readonly Turn[]) => turns.filter(({ id, text }) => known.get(id) !== text);
  const clip = () => page.getByRole('button', { name: 'Lampirkan foto atau lokasi' }).click();
  const numberOf = async (label: string): Promise<string> => {
    const lines = (await turnsOn(page)).at(-1)?.text.split('\n') ?? [];
    const line = lines.findLast((one) => numbered.exec(one)?.[2] === label);
    return numbered.exec(line ?? '')?.[1] ?? label;
  };
  return {
    type,
    press: async (label) => (skin === 'teks' ? type(await numberOf(label)) : press(label)),
    photo: async () => {
      await clip();
      await page.getByRole('button', { name: 'Sampah menumpuk' }).click();
    },
    location: async (lat, lon) => {
      if ((await answer('Kirim lokasi').count()) > 0) await press('Kirim lokasi');
      else {
        await clip();
        await page.getByRole('button', { name: 'Pilih titik di peta' }).click();
      }
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
          return skin === 'telegram' ? changed : changed.map(menuApart);
        }
        await sleep(50);
      }
    },
  };
};
