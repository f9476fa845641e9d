import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Inbound } from '../../conversation/inbound.ts';
import { parse } from './parse.ts';

const account = '105400120030040';
const folder = join(import.meta.dirname, 'fixtures');
const files = globSync(['from-*.json', 'changed-*.json'], { cwd: folder }).map((file) =>
  file.replace('.json', ''),
);
const said = (name: string) => parse(account)(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));

const sri = { id: 'ID.70113491208655302741', phone: '628120000701' };
const budi = { id: 'ID.70213491208655302741', phone: '628120000702' };
const renewed = { id: 'ID.70199248173059128736', phone: '628120000799' };
const parent = 'ID.ENT.11815799212880701';

/** By which ids each recorded message names its sender: the one it is from, then the others. */
const senders: { [fixture: string]: readonly string[] } = {
  'from-both-ids': [sri.id, sri.phone],
  'from-number-only': [sri.phone],
  'from-number-with-plus': [sri.phone],
  'from-number-then-id-in-contact': [sri.id, sri.phone],
  'from-id-only': [sri.id],
  'from-id-only-empty-from': [sri.id],
  'from-id-in-contact-only': [sri.id],
  'from-id-with-number-in-contact': [sri.id, sri.phone],
  'from-id-with-parent': [sri.id, sri.phone, parent],
  'from-parent-id-only': [parent],
  'from-rotated-id-same-number': [renewed.id, sri.phone],
  'from-contact-of-somebody-else': [sri.phone],
  'from-contact-that-contradicts': [sri.id, sri.phone],
  'from-ids-without-contacts': [sri.id, sri.phone],
};

/** Which ids somebody had, and has from now on; the message is from the first of the old ones. */
const identities: { [fixture: string]: NonNullable<Inbound['identity']> } = {
  'changed-number': { was: [sri.phone], now: [renewed.phone] },
  'changed-number-old-form': { was: [sri.phone], now: [renewed.phone] },
  'changed-number-with-ids': { was: [sri.id, sri.phone], now: [renewed.id, renewed.phone] },
  'changed-id': { was: [sri.id], now: [renewed.id] },
  'changed-id-with-number': { was: [sri.id], now: [renewed.id, sri.phone] },
  'changed-id-name-that-lies': { was: [sri.id], now: [renewed.id] },
  'changed-id-words-that-lie': { was: [], now: [renewed.id] },
  'changed-id-with-previous': { was: [sri.id], now: [renewed.id] },
  'changed-number-with-previous': { was: [sri.id, sri.phone], now: [renewed.id, renewed.phone] },
  'changed-id-update': { was: [sri.id], now: [renewed.id, renewed.phone] },
  'changed-id-update-with-parent': { was: [sri.id, parent], now: [renewed.id, `${parent}9`] },
};

describe('who sends a message', () => {
  test.each(Object.entries(senders))('%s', (name, [id, ...known]) => {
    expect(said(name)).toEqual([expect.objectContaining({ from: expect.objectContaining({ id }) })]);
    expect(said(name)[0]?.known ?? []).toEqual(known);
  });

  test('is told apart in one delivery', () => {
    expect(said('from-two-people').map(({ from, known }) => [from.id, ...(known ?? [])])).toEqual([
      [sri.id, sri.phone],
      [budi.id, budi.phone],
    ]);
  });

  test.each(Object.entries(identities))('changes ids: %s', (name, identity) => {
    const [one, ...more] = said(name);
    const old = identity.was.length > 0 ? identity.was : identity.now;
    expect(more).toEqual([]);
    expect(one?.identity).toEqual(identity);
    expect([one?.from.id, ...(one?.known ?? [])]).toEqual(old);
    expect(one?.id).not.toBe('');
  });
});

test('every fixture of who people are is expected', () => {
  const expected = ['from-two-people', ...Object.keys(senders), ...Object.keys(identities)];
  expect(expected.sort()).toEqual(files.sort());
});
