import { expect, test } from 'vitest';
import { createTogether } from './together.ts';

type Call = { name: string; n: number };

/** A write that ends when it is told to, and remembers who went with whom. */
const ferry = (sinks: (many: readonly Call[]) => boolean = () => false) => {
  const crossings: string[][] = [];
  const landings: (() => void)[] = [];
  const cross = async (many: readonly Call[]) => {
    crossings.push(many.map(({ name, n }) => name + n));
    await new Promise<void>((land) => landings.push(land));
    if (sinks(many)) throw new Error(`sank with ${many.length}`);
    return many.map(({ name, n }) => name + n);
  };
  const go = createTogether<Call, string>({
    all: cross,
    alone: async (one) => (await cross([one]))[0] as string,
    nameOf: ({ name }) => name,
    most: 3,
  });
  const land = async () => {
    landings.shift()?.();
    await new Promise(setImmediate);
  };
  return { crossings, go: (name: string, n = 1) => go({ name, n }), land };
};

test('the first goes alone and at once; who comes meanwhile goes together, in order', async () => {
  const { crossings, go, land } = ferry();
  const came = Promise.all([go('a'), go('b'), go('c')]);
  expect(crossings).toEqual([['a1']]);
  await land();
  expect(crossings).toEqual([['a1'], ['b1', 'c1']]);
  await land();
  expect(await came).toEqual(['a1', 'b1', 'c1']);
});

test('no more go together than fit, and never two of one name', async () => {
  const { crossings, go, land } = ferry();
  const came = Promise.all([go('x'), go('a'), go('a', 2), go('b'), go('c'), go('d')]);
  for (let i = 0; i < 3; i++) await land();
  expect(crossings).toEqual([['x1'], ['a1', 'b1', 'c1'], ['a2', 'd1']]);
  expect(await came).toEqual(['x1', 'a1', 'a2', 'b1', 'c1', 'd1']);
});

test('when going together fails each goes alone, and only the bad one fails', async () => {
  const { go, land } = ferry((many) => many.some(({ name }) => name === 'bad'));
  const first = go('a');
  const both = Promise.allSettled([go('bad'), go('good')]);
  for (let i = 0; i < 4; i++) await land();
  expect(await first).toBe('a1');
  expect(await both).toMatchObject([
    { status: 'rejected', reason: { message: 'sank with 1' } },
    { status: 'fulfilled', value: 'good1' },
  ]);
  const after = go('later');
  await land();
  expect(await after).toBe('later1');
});
