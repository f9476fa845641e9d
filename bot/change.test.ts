import { expect, test } from 'vitest';
import { changeOf } from './change.ts';
import { literal, type Reply } from './conversation/reply.ts';
import { newcomer } from './conversation/testing/stage.ts';

const now = new Date(Date.UTC(2026, 10, 18, 2));
const { session } = newcomer();
const from = session.contact.address;

/** What goes by the outbox of an answer on Telegram, where the others ride in the response. */
const lettersOf = (reply: Reply) => {
  const inbound = { id: '1', from, at: now, content: { kind: 'text', text: 'halo' } } as const;
  const decision = { talk: null, parked: [], effects: [], took: true, say: [reply] };
  return changeOf(session, inbound, 'k', decision, {
    want: undefined,
    fleeting: false,
    secret: false,
    now,
  }).letters.map(({ say }) => say);
};

const text = literal('Di sini.');

test.each<[string, Reply]>([
  ['a point on the map', { text, pin: { lat: -7.33, lon: 110.5 } }],
  ['a photo', { text, media: [{ id: 'a', kind: 'photo' }] }],
  ['a document', { text, document: { name: 'a.txt', type: 'text/plain', text: 'a' } }],
  ['a report it is about', { text, about: 'report:SLT-7K4PQ2' }],
])('an answer with %s goes by the outbox', (_, reply) => {
  expect(lettersOf(reply)).toEqual([reply]);
});

test('words alone do not', () => {
  expect(lettersOf({ text })).toEqual([]);
});
