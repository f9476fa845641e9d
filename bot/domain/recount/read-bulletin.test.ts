import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBulletin } from './read-bulletin.ts';
import { recount } from './recount.ts';

const published = readFileSync(new URL('./fixtures/bulletin-2027.json', import.meta.url), 'utf8');

test('a bulletin that was once published still reads and adds up', () => {
  const read = readBulletin(published);
  expect(read).toEqual({ bulletin: JSON.parse(published) });
  if ('bulletin' in read) expect(recount(read.bulletin)).toEqual([]);
});

const faultsOf = (json: string) => {
  const read = readBulletin(json);
  return 'faults' in read ? read.faults.map(({ path, fault }) => `${path} ${fault}`) : [];
};

const key = /"key":"[0-9a-f]+"/;

test.each<[string, (json: string) => string, string[]]>([
  ['no JSON', (json) => json.slice(1), [' not-json']],
  ['another thing', () => '[]', [' object']],
  ['nothing', () => 'null', [' object']],
  [
    'a field too few',
    (json) => json.replace(/"ties":.*\]/s, '"ties":[]').replace(',"ties":[]', ''),
    ['/ties missing'],
  ],
  ['a field too many', (json) => json.replace('{', '{"a/b":1,'), ['/a~1b unknown']],
  ['a prototype', (json) => json.replace('{', '{"__proto__":{"cycle":"x"},'), ['/__proto__ unknown']],
  ['a key twice', (json) => json.replace('{', '{"cycle":"asn-2026",'), ['/cycle twice']],
  [
    'capitals',
    (json) => json.replace(key, (found) => `"key":${found.slice(6).toUpperCase()}`),
    ['/public_key/key hex'],
  ],
  [
    'a byte too few',
    (json) => json.replace(key, (found) => `${found.slice(0, -3)}"`),
    ['/public_key/key hex'],
  ],
  ['a number for a text', (json) => json.replace('"asn-2027"', '2027'), ['/cycle text']],
  ['an empty name', (json) => json.replace('"Bima"', '""'), ['/categories/0/candidates/1 text']],
  ['half a letter', (json) => json.replace('"Bima"', '"\\ud800"'), ['/categories/0/candidates/1 text']],
  ['a negative count', (json) => json.replace('"votes":[', '"votes":[-'), ['/totals/0/votes/0 count']],
  ['half a vote', (json) => json.replace('"votes":[', '"votes":[0.5,'), ['/totals/0/votes/0 count']],
  ['a fourth member', (json) => json.replace('"member":1', '"member":4'), ['/shares/0/member member']],
  [
    'a list that is none',
    (json) => json.replace(/"receipts":\[.*?\]\}\]/s, '"receipts":{}'),
    ['/receipts list'],
  ],
])('a file with %s is refused, and told where', (_, change, faults) => {
  const compact = JSON.stringify(JSON.parse(published));
  const changed = change(compact);
  expect(changed).not.toBe(compact);
  expect(faultsOf(changed)).toEqual(faults);
});

test('every fault is told, not the first alone', () => {
  const changed = JSON.stringify({ ...JSON.parse(published), cycle: 1, sums: 2, more: 3 });
  expect(faultsOf(changed)).toEqual(['/cycle text', '/sums list', '/more unknown']);
});

test('whatever is handed in, the reader answers', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (json) => {
      expect(readBulletin(json)).toHaveProperty('faults');
    }),
  );
});
