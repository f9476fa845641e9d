import { expect, test } from 'vitest';
import { pump } from './pump.ts';

const soon = (milliseconds = 1) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Work that is due, and how much of it was under way at a time. */
const pile = (size: number, { lasts = 1 } = {}) => {
  const asked: number[] = [];
  let next = 0;
  let under = 0;
  let most = 0;
  const done: number[] = [];
  return {
    asked,
    done,
    most: () => most,
    take: async (many: number) => {
      asked.push(many);
      await soon();
      const from = next;
      next = Math.min(size, next + many);
      return Array.from({ length: next - from }, (_, i) => from + i);
    },
    work: async (one: number) => {
      under += 1;
      most = Math.max(most, under);
      await soon(lasts);
      under -= 1;
      done.push(one);
    },
  };
};

test('everything that is due is done once, never more at a time than allowed', async () => {
  const letters = pile(203);
  expect(await pump(letters, 20)).toBe(203);
  expect(letters.done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 203 }, (_, i) => i));
  expect(letters.most()).toBe(20);
});

test('the next are taken while half are still under way', async () => {
  const letters = pile(60, { lasts: 3 });
  await pump(letters, 20);
  expect(Math.max(...letters.asked.slice(1))).toBeLessThanOrEqual(20);
  expect(letters.asked.slice(1, 4).every((many) => many >= 10)).toBe(true);
});

test('what becomes due through what was done is done too', async () => {
  let due = ['a'];
  const done: string[] = [];
  const work = async (one: string) => {
    await soon();
    done.push(one);
    if (done.length < 5) due = [`${one}a`];
  };
  const take = async () => {
    const now = due;
    due = [];
    return now;
  };
  expect(await pump({ take, work }, 8)).toBe(5);
  expect(done.at(-1)).toBe('aaaaa');
});

test('little work asks twice, no work once', async () => {
  const [one, none] = [pile(1), pile(0)];
  await pump(one, 20);
  await pump(none, 20);
  expect([one.asked.length, none.asked.length]).toEqual([2, 1]);
});

test('what goes wrong is told when the others have ended, and nothing more is begun', async () => {
  const letters = pile(500);
  const work = async (one: number) => {
    await letters.work(one);
    if (one === 3) throw new Error('the line is cut');
  };
  await expect(pump({ take: letters.take, work }, 10)).rejects.toThrow('the line is cut');
  expect(letters.done.length).toBeLessThan(30);
});
