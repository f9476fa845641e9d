import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Channel } from './channel.ts';
import { promises, type Subject } from './contract.ts';
import { createTelegramEmulator } from './telegram/emulator/index.ts';
import type { Wire as TelegramCall } from './telegram/encode.ts';
import { createTelegram } from './telegram/index.ts';
import { uploadsOf } from './telegram/testing/uploads-of.ts';
import { createTerminal } from './terminal/index.ts';
import { createGraphEmulator } from './whatsapp-cloud/emulator/index.ts';
import { createWhatsAppCloud } from './whatsapp-cloud/index.ts';
import type { Wire as CloudMessage } from './whatsapp-cloud/message.ts';
import { postTo } from './whatsapp-cloud/testing/post-to.ts';
import { sampleFiles } from './whatsapp-cloud/testing/sample-files.ts';

const recorded = (channel: string): unknown[] => {
  const folder = join(import.meta.dirname, channel, 'fixtures');
  return globSync('*.json', { cwd: folder }).map((file) =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  );
};

const telegram = (): Subject<TelegramCall> => {
  const token = '4242:test-token-of-the-emulator';
  const emulator = createTelegramEmulator({ bots: [{ token }] });
  const sri = emulator.phone({ id: 7001, firstName: 'Sri' });
  sri.type('/start');
  const bot = { token, apiRoot: 'http://telegram.test' };
  const call = async (wire: TelegramCall) => {
    const answer = await emulator.call(token, wire.method, { ...wire.body, ...uploadsOf(wire) });
    if (typeof answer !== 'object' || !answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
  };
  const last = () => sri.messages().at(-1)?.id ?? 0;
  return {
    channel: createTelegram(bot),
    cut: createTelegram(bot, () => Promise.reject(new Error('cut'))),
    to: { channel: 'telegram', account: '4242', id: '7001' },
    payloads: recorded('telegram'),
    card: async () => {
      await call({ method: 'sendMessage', body: { chat_id: 7001, text: 'kartu' } });
      return String(last());
    },
    shows: async (wires) => {
      const before = last();
      for (const wire of wires) await call(wire);
      return sri
        .messages()
        .filter(({ id }) => id >= before)
        .map(({ text }) => text)
        .join('');
    },
  };
};

const whatsappCloud = (): Subject<CloudMessage> => {
  const names = { displayNumber: '628120000900', appSecret: 'rahasia', verifyToken: 'cocok' };
  const number = { token: 'EAAcontoh', phoneNumberId: '105400120030040', apiRoot: 'http://graph.test' };
  const emulator = createGraphEmulator({ numbers: [{ ...names, ...number }] });
  const sri = emulator.phone({ waId: '628120000701', name: 'Sri' });
  sri.type('halo');
  const channel = createWhatsAppCloud(number, postTo(emulator));
  const send = async (wire: CloudMessage) => {
    const sent = await channel.send(wire, sampleFiles(wire));
    if (!sent.ok) throw new Error(`refused: ${sent.detail}`);
  };
  return {
    channel,
    cut: createWhatsAppCloud(number, () => Promise.reject(new Error('cut'))),
    to: { channel: 'whatsapp-cloud', account: number.phoneNumberId, id: '628120000701' },
    payloads: recorded('whatsapp-cloud'),
    card: async () => sri.last()?.id ?? 'wamid.contoh',
    shows: async (wires) => {
      const before = sri.messages().at(-1)?.id;
      for (const wire of wires) await send(wire);
      const all = sri.messages();
      return all
        .slice(all.findIndex(({ id }) => id === before) + 1)
        .map(({ text }) => text)
        .join('');
    },
    signs: /[*_~`]/g,
  };
};

const terminal = (): Subject<{ text: string }> => {
  let printed = '';
  const paper = new Writable({
    write: (chunk, _, done) => {
      printed += chunk;
      done();
    },
  });
  const channel = createTerminal(paper, { screen: false });
  const line = (typed: string) => ({ id: '1', name: 'sri', at: new Date(0), line: typed, folder: '/' });
  return {
    channel,
    cut: createTerminal(new Writable().destroy(), { screen: false }),
    to: { channel: 'terminal', account: channel.account, id: 'sri' },
    payloads: ['halo', '', '@-7.33,110.5', 'foto /lampu.jpg', '\u001b[A\0'].map(line),
    card: async () => '1',
    shows: async (wires) => {
      printed = '';
      for (const wire of wires) await channel.send(wire);
      return printed;
    },
  };
};

const kept = <Wire>(open: () => Subject<Wire>) =>
  Object.entries(promises).map(([name, promise]) => [name, () => promise(open())] as const);

describe.each([
  ['Telegram', kept(telegram)],
  ['the Cloud API of WhatsApp', kept(whatsappCloud)],
  ['the terminal', kept(terminal)],
])('%s', (_, all) => {
  test.each(all)('%s', async (_promise, run) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

describe('each promise is missed where a channel breaks it:', () => {
  type Lines = Channel<{ text: string }>;
  const broken: [promise: string, with_: (real: Lines) => Partial<Lines>][] = [
    [
      'reads whatever comes without a fault',
      () => ({ parse: (payload) => (payload as { messages: [] }).messages }),
    ],
    [
      'names each person',
      ({ parse }) => ({
        parse: (payload) =>
          parse(payload).map((one) => ({ ...one, from: { ...one.from, account: 'other' } })),
      }),
    ],
    [
      'reads the same twice',
      ({ parse }) => {
        let n = 0;
        return { parse: (payload) => parse(payload).map((one) => ({ ...one, id: String(n++) })) };
      },
    ],
    [
      'writes the same twice',
      ({ encode }) => ({ encode: (to, shown) => encode(to, Object.assign(shown, { note: 'x' })) }),
    ],
    [
      'shows every answer whole',
      ({ encode }) => ({
        encode: (to, shown) => encode(to, { ...shown, texts: shown.texts.map((text) => text.slice(0, 100)) }),
      }),
    ],
    [
      'tells of a cut wire',
      () => ({ send: async ({ text }) => ({ ok: false, failure: 'rejected', detail: text }) }),
    ],
  ];
  test.each(broken)('%s', async (promise, change) => {
    const [, kept] = Object.entries(promises).find(([name]) => name.startsWith(promise)) ?? [];
    const { channel, cut, ...rest } = terminal();
    const subject = { ...rest, channel: { ...channel, ...change(channel) }, cut: { ...cut, ...change(cut) } };
    await expect(kept?.(subject)).rejects.toThrow();
  });

  test('none is left untried', () => {
    expect(broken).toHaveLength(Object.keys(promises).length);
  });
});
