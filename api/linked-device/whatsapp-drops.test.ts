import { expect } from 'vitest';
import type { Inbound } from '../../bot/conversation/inbound.ts';
import { test } from './testing/on-whatsapp-test.ts';
import { until } from './testing/watched-library.ts';

const messages = 500;
const people = 25;

/** Where among them the connection is cut, or the service stopped and begun again. */
const breaks: readonly [after: number, what: 'cut' | 'restart'][] = [
  [60, 'cut'],
  [170, 'restart'],
  [320, 'cut'],
];

test('500 messages, with the connection cut and the service begun anew among them, come once each', async ({
  whatsApp,
  begun,
  mailbox,
}) => {
  const all = Array.from({ length: people }, (_, i) => whatsApp.person(i + 1));
  const expected = Array.from({ length: messages }, (_, i) => `pesan ${i}`);
  /** By id, as the house takes each message once: a tick that was lost with the connection brings one again. */
  const heard = new Map<string, string>();
  const take = async ({ id, content }: Inbound) => {
    if (content.kind === 'text') heard.set(id, content.text);
  };
  let device = await begun({ take });
  const restart = async () => {
    await device.stop();
    device = await begun({ take });
  };
  const writing = (async () => {
    for (const [i, text] of expected.entries()) await all[i % people]?.type(text);
  })();
  for (const [after, what] of breaks) {
    await until(() => heard.size > after, 50_000);
    if (what === 'cut') whatsApp.cut();
    else await restart();
  }
  await writing;
  await until(() => mailbox.waiting().length === 0, 50_000);
  await until(() => heard.size >= messages, 50_000);
  expect([...heard.values()].sort()).toEqual(expected.sort());
  expect(mailbox.ticked().filter(({ error }) => error !== undefined)).toEqual([]);
}, 180_000);
