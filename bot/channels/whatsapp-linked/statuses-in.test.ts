import { expect, test } from 'vitest';
import { statusesIn } from './statuses-in.ts';
import { sri } from './testing/events.ts';

const update = (status: unknown, more: object = {}) => ({
  key: { remoteJid: sri.lid, fromMe: true, id: '3EB01', ...more },
  update: { status, messageTimestamp: 1_764_000_000 },
});
const at = new Date(1_764_000_000_000);

test('phones say that a message arrived, was read, or was listened to', () => {
  expect(statusesIn({ updates: [update(3), update(4), update(5)] })).toEqual([
    { message: '3EB01', state: 'delivered', at },
    { message: '3EB01', state: 'read', at },
    { message: '3EB01', state: 'read', at },
  ]);
});

test.each([
  ['the client’s own states and refusals', [update(0), update(1), update(2), update(undefined)]],
  ['what becomes of other people’s messages', [update(4, { fromMe: false })]],
  ['a message without a name', [update(4, { id: '' })]],
  ['no list', undefined],
])('says nothing about %s', (_, updates) => {
  expect(statusesIn({ updates })).toEqual([]);
  expect(statusesIn(updates)).toEqual([]);
});
