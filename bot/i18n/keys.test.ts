import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isLabel, keys } from './testing.ts';

const root = join(import.meta.dirname, '../..');

const sources = globSync('{bot,api,db}/**/*.ts', {
  cwd: root,
  exclude: (path) => /\.test\.ts$|testing\.ts$|node_modules/.test(path),
})
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

/** Beginnings of keys that the source completes: `state.${…}` and its kin. */
const completed = [
  ...new Set([...sources.matchAll(/`([a-z][a-z.-]*\.)\$\{/g)].map(([, prefix = '']) => prefix)),
];

test('every sentence is said somewhere', () => {
  const said = (key: string) =>
    new RegExp(key.includes('.') ? `'${key}'` : `\\b(say|t)\\([^()]*'${key}'`).test(sources) ||
    completed.some((prefix) => key.startsWith(prefix));
  expect(keys.filter((key) => !said(key))).toEqual([]);
});

test('nothing is said that no language holds', () => {
  const named = [...sources.matchAll(/\bsay\(\s*'([^']+)'/g)].map(([, key = '']) => key);
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((key) => !(keys as string[]).includes(key))).toEqual([]);
  const whole = (prefix: string) => keys.some((key) => key.startsWith(prefix));
  expect(
    ['state.', 'event.', 'unsupported.', 'date.day.', 'word.'].filter(
      (prefix) => !completed.includes(prefix) || !whole(prefix),
    ),
  ).toEqual([]);
});

test('each label in the source is held to the length of a button', () => {
  const labels = [...sources.matchAll(/\b(?:label|title): [^\n{}]*?say\('([^']+)'/g)].map(
    ([, key = '']) => key,
  );
  expect(labels.length).toBeGreaterThan(25);
  expect(labels.filter((key) => !isLabel(key))).toEqual([]);
});
