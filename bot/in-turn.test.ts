import { expect, test } from 'vitest';
import { createInTurn } from './in-turn.ts';

test('what is one person’s is done one after the other, also behind a failure; others do not wait', async () => {
  const inTurn = createInTurn();
  const done: string[] = [];
  let open = () => {};
  const door = new Promise<void>((resolve) => {
    open = resolve;
  });
  const first = inTurn('Rina', async () => {
    await door;
    done.push('Rina 1');
    throw new Error('lost');
  });
  const second = inTurn('Rina', async () => done.push('Rina 2'));
  await inTurn('Hadi', async () => done.push('Hadi'));
  expect(done).toEqual(['Hadi']);
  open();
  await expect(first).rejects.toThrow('lost');
  await second;
  expect(done).toEqual(['Hadi', 'Rina 1', 'Rina 2']);
});
