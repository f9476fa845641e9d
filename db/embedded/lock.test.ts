import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tryLock } from './lock.ts';
import { freshDataDir } from './testing/data-dir.ts';

test('a lock held alone keeps everybody else out until it is released', async () => {
  const file = join(await freshDataDir(), 'a.lock');
  const held = await tryLock(file, 'alone');
  expect(await tryLock(file, 'alone')).toBeUndefined();
  expect(await tryLock(file, 'shared')).toBeUndefined();
  held?.release();
  expect(await tryLock(file, 'alone')).toBeDefined();
});

test('many share a lock, and nobody has it alone before the last has gone', async () => {
  const file = join(await freshDataDir(), 'a.lock');
  const one = await tryLock(file, 'shared');
  const two = await tryLock(file, 'shared');
  one?.release();
  expect(await tryLock(file, 'alone')).toBeUndefined();
  two?.release();
  expect(await tryLock(file, 'alone')).toBeDefined();
});
