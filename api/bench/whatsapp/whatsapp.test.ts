import { expect, inject, test } from 'vitest';
import { openBenchServer } from '../bench-server.ts';
import { gatesOf } from './gates.ts';
import type { Steady } from './load.ts';
import { sendNews } from './news.ts';
import { whatsappTable } from './table.ts';
import type { StepTrips } from './trips.ts';

test('news to many people costs less than one statement a letter, and everybody gets it once', async () => {
  const server = await openBenchServer(inject('testServer').url);
  const news = await sendNews(server, 60);
  await server.close();
  expect(news).toMatchObject({ letters: 60, missing: 0, doubled: 0 });
  expect(news.statements).toBeLessThan(1);
});

const waits = { samples: 1_050, p50: 6, p95: 25, p99: 59 };
const steady: Steady = {
  answer: waits,
  reply: waits,
  cpuPerMessage: 5_000,
  repeats: 400,
  dialogues: 264,
  tickets: 264,
  same: 264,
  stuck: 0,
  messages: 1_848,
  unsent: 0,
};
const step: StepTrips = { step: 'Biasa', before: 1, behind: 1, statements: 2, news: 3 };
const news = { letters: 1_000, statements: 0.12, trips: 0.13, seconds: 2.5, missing: 0, doubled: 0 };
const failed = (steps: StepTrips[], rounds: Steady[], told = news) =>
  gatesOf(steps, rounds, told)
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ id }) => id);

test('every gate fails on what it forbids, and on nothing else', () => {
  expect(failed([step, step], [steady])).toEqual([]);
  expect(failed([{ ...step, before: 3 }, step], [steady])).toEqual(['W1a']);
  expect(failed([step, { ...step, before: 7 }], [steady])).toEqual(['W1b']);
  expect(failed([step, { ...step, behind: 2 }], [steady])).toEqual(['W2']);
  expect(failed([step, step], [{ ...steady, answer: { ...waits, p99: 1_001 } }])).toEqual(['W3']);
  for (const wrong of [{ tickets: 263 }, { same: 263 }, { stuck: 1 }, { unsent: 1 }, { messages: 1_849 }])
    expect(failed([step, step], [{ ...steady, ...wrong }])).toEqual(['W4']);
  expect(failed([step, step], [steady], { ...news, missing: 1 })).toEqual(['W4']);
  expect(failed([step, step], [steady], { ...news, doubled: 1 })).toEqual(['W4']);
});

test('the table shows every figure and every gate', () => {
  const gates = gatesOf([step, step], [steady], news);
  const table = whatsappTable({ postgres: '18.4', steps: [step, step], rounds: [steady], news, gates });
  for (const gate of gates) expect(table).toContain(gate.what);
  expect(table).not.toMatch(/NaN|undefined/);
});
