import { expect, test } from 'vitest';
import { createWhatsAppLinked } from '../bot/channels/whatsapp-linked/index.ts';
import { sri } from '../bot/channels/whatsapp-linked/testing/events.ts';
import type { Inbound } from '../bot/conversation/inbound.ts';
import { createLetterDesk } from './letter-desk.ts';

const heard: Inbound = {
  id: '1',
  from: { channel: 'whatsapp-linked', account: 'device', id: sri.phone },
  at: new Date(0),
  content: { kind: 'text', text: 'halo' },
};

test('whoever wrote what had to be set aside hears an apology; a number that was left does not', async () => {
  const told: string[] = [];
  const channel = createWhatsAppLinked(() => ({
    sendMessage: async (jid) => {
      told.push(jid);
      return { key: { id: 'x' } };
    },
  }));
  const nothing = async () => {};
  const desk = createLetterDesk({
    channel,
    handle: () => Promise.reject(new Error('never to be written')),
    keyOf: ({ id }) => id,
    deliver: nothing,
    announce: nothing,
    sweep: nothing,
    media: nothing,
    failed: async () => 'aside',
    isDatabaseAway: () => false,
  });
  const take = async (inbound: Inbound) => {
    const taken = await desk.take(inbound, inbound);
    await Promise.all(taken.kind === 'taken' ? taken.after : []);
  };
  await take({ ...heard, identity: { was: [sri.phone], now: ['6281200000009@s.whatsapp.net'] } });
  expect(told).toEqual([]);
  await take(heard);
  expect(told).toEqual([sri.phone]);
});
