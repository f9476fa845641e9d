import { expect, test } from 'vitest';
import { townReads } from '../../../conversation/testing/reads.ts';
import { momentOfTurn, newcomer } from '../../../conversation/testing/stage.ts';
import { copyFile } from './copy-file.ts';

const heldOf = async (reports: number) => {
  const [mine, copy, chats] = await Promise.all([
    townReads.ownData(),
    townReads.ownCopy(),
    townReads.myChats(),
  ]);
  const [one] = copy.reports;
  const [line] = mine.reports;
  if (!one || !line) throw new Error('the town has reports');
  const numbers = Array.from({ length: reports }, (_, i) => `SLT-${String(i).padStart(6, '0')}`);
  const words = 'lampu "mati"\n'.repeat(70);
  return {
    chats,
    mine: { ...mine, reports: numbers.map((ticket) => ({ ...line, ticket })) },
    copy: { ...copy, reports: numbers.map((ticket) => ({ ...one, ticket, words })) },
  };
};

const numbersIn = (reports: { nomor: string }[]) => reports.map(({ nomor }) => nomor);

test('a file of one’s data reads the same in every language but for what happened', async () => {
  const held = await heldOf(2);
  const [here, there] = ['id', 'en'].map((locale) =>
    JSON.parse(copyFile(held, 'D-7K4PQ2', momentOfTurn(newcomer(locale))).text),
  );
  expect(Object.keys(there)).toEqual(Object.keys(here));
  expect(here).toMatchObject({ chat_lain: ['WhatsApp'], izin: [{ diberikan: 'ya' }] });
  expect(numbersIn(here.laporan)).toEqual(held.mine.reports.map(({ ticket }) => ticket));
  expect(here).not.toHaveProperty('laporan_tanpa_isi');
});

test('a file that would grow too long holds the newest reports whole and names the others', async () => {
  const held = await heldOf(600);
  const { text } = copyFile(held, 'D-7K4PQ2', momentOfTurn(newcomer()));
  expect(text.length).toBeLessThanOrEqual(200_000);
  expect(text.length).toBeGreaterThan(190_000);
  const { laporan, laporan_tanpa_isi: older } = JSON.parse(text);
  expect([...numbersIn(laporan), ...older]).toEqual(held.mine.reports.map(({ ticket }) => ticket));
  expect(laporan[0].isi).toBe(held.copy.reports[0]?.words);
});
