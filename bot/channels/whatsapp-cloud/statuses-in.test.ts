import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Status } from '../channel.ts';
import { statusesIn } from './statuses-in.ts';

const account = '105400120030040';
const folder = join(import.meta.dirname, 'fixtures');
const files = globSync('*.json', { cwd: folder }).map((file) => file.replace('.json', ''));
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

const status = (state: Status['state'], second: number, more: Partial<Status> = {}): Status => ({
  message: 'wamid.HBgMOurs0003==',
  letter: 'letter-7',
  state,
  at: new Date((1_795_000_400 + second) * 1000),
  ...more,
});

/** What each recorded webhook says became of our messages; the others say nothing of them. */
const told: { [fixture: string]: Status[] } = {
  'status-sent': [status('sent', 0)],
  'status-delivered': [status('delivered', 1)],
  'status-read': [status('read', 2)],
  'status-played': [status('read', 3)],
  'status-failed': [status('failed', 1, { code: 131047 })],
  'statuses-in-wrong-order': [status('read', 2), status('delivered', 1), status('sent', 0)],
  batch: [status('sent', 0)],
  'batch-mixed': [status('delivered', 0)],
};

test.each(Object.entries(told))('what became of our messages: %s', (name, statuses) => {
  expect(statusesIn(account)(read(name))).toEqual(statuses);
});

test('a status may name the message alone', () => {
  const { letter: _, ...rest } = status('sent', 0);
  expect(statusesIn(account)(read('status-without-letter'))).toEqual([rest]);
});

test('every other webhook says nothing of them, whatever its shape', () => {
  const known = ['status-without-letter', ...Object.keys(told)];
  for (const name of files.filter((file) => !known.includes(file)))
    expect(statusesIn(account)(read(name))).toEqual([]);
  fc.assert(fc.property(fc.anything(), (payload) => void statusesIn(account)(payload)));
});
