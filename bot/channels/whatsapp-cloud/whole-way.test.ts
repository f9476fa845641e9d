import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Shown } from '../../conversation/fit.ts';
import type { Address, Inbound } from '../../conversation/inbound.ts';
import type { Status } from '../channel.ts';
import { createGraphEmulator, type GraphEmulator, type Phone } from './emulator/index.ts';
import { createWhatsAppCloud } from './index.ts';
import { namelessIn } from './parse.ts';
import { signedBy } from './signature.ts';
import { template } from './template.ts';
import { postTo } from './testing/post-to.ts';

const names = { displayNumber: '628120000900', appSecret: 'rahasia', verifyToken: 'cocok' };
const number = { token: 'EAAcontoh', phoneNumberId: '105400120030040', apiRoot: 'http://graph.test' };
const ids = { waId: '628120000701', userId: 'ID.70113491208655302741' };

let emulator: GraphEmulator;
let sri: Phone;
let heard: Inbound[];
let told: Status[];
let unsigned: number;
let nameless: number;

/** A server on the other side that believes only what was signed, and reads it by this channel. */
const open = (): ReturnType<typeof createWhatsAppCloud> => {
  const isSigned = signedBy([names.appSecret]);
  emulator = createGraphEmulator({
    numbers: [{ ...names, ...number }],
    timeScale: 0.001,
    post: async (_, body, headers) => {
      const header = Object.entries(headers ?? {}).find(
        ([name]) => name.toLowerCase() === 'x-hub-signature-256',
      );
      if (!(await isSigned(new TextEncoder().encode(body), header?.[1]))) unsigned++;
      const payload: unknown = JSON.parse(body);
      heard.push(...channel.parse(payload));
      told.push(...(channel.statuses?.(payload) ?? []));
      nameless += namelessIn(number.phoneNumberId)(payload);
      return { status: 200, body: '' };
    },
  });
  const channel = createWhatsAppCloud(number, postTo(emulator));
  return channel;
};

let channel: ReturnType<typeof createWhatsAppCloud>;

beforeEach(async () => {
  [heard, told, unsigned, nameless] = [[], [], 0, 0];
  channel = open();
  await emulator.subscribe('http://bot.test/webhooks/whatsapp', { unasked: true });
  sri = emulator.phone({ ...ids, name: 'Sri' });
});
afterEach(() => {
  emulator.close();
  expect([unsigned, nameless]).toEqual([0, 0]);
});

const address = (id: string): Address => ({ channel: 'whatsapp-cloud', account: number.phoneNumberId, id });
const words: Shown = {
  note: undefined,
  texts: ['Apa yang dilaporkan?'],
  rows: [],
  list: undefined,
  request: undefined,
  media: [],
  about: undefined,
};
const rows = [
  { id: 'x7f2:q:lampu', title: 'Penerangan jalan…', description: 'Penerangan jalan umum yang mati' },
];

describe('a person and the bot', () => {
  test('hear each other: words, files, places, and what is pressed', async () => {
    sri.type('lampu mati');
    sri.sendPhoto('sample', { caption: 'ini' });
    sri.sendVoice();
    sri.sendLocation(-7.33, 110.5);
    sri.sendSticker();
    sri.sendContact();
    sri.unsupported();
    await emulator.idle();
    const kinds = heard.map(({ content }) => (content.kind === 'unsupported' ? content.what : content.kind));
    expect(kinds.sort()).toEqual(['contact', 'location', 'photo', 'poll', 'sticker', 'text', 'voice']);
    for (const { from, known } of heard) expect([from, known]).toEqual([address(ids.userId), [ids.waId]]);

    heard = [];
    const menu = { ...words, rows: [[{ label: 'Kirim', id: 'x7f2:q:send' }]] };
    for (const shown of [menu, { ...words, list: { open: 'Pilih', rows } }]) {
      const [wire] = channel.encode(address(ids.userId), shown);
      expect(wire && (await channel.send(wire))).toMatchObject({ ok: true });
    }
    const [button, opened] = sri.messages().slice(-2);
    sri.press('Kirim');
    await emulator.idle();
    sri.press('Penerangan jalan umum yang mati');
    await emulator.idle();
    expect(heard.map(({ content, press }) => ({ ...content, ...press }))).toEqual([
      { kind: 'choice', id: 'x7f2:q:send', label: 'Kirim', on: button?.id },
      { kind: 'choice', id: rows[0]?.id, label: rows[0]?.description, on: opened?.id },
    ]);
  });

  test('are told apart from what they do to messages that are there already', async () => {
    const id = sri.type('lampu mati');
    sri.react(id, '👍');
    sri.editMessage(id, 'lampu hidup');
    sri.deleteMessage(id);
    await emulator.idle();
    expect(heard.map(({ content }) => content)).toEqual([{ kind: 'text', text: 'lampu mati' }]);
  });

  test('know what became of a letter, by its own name', async () => {
    sri.type('halo');
    const [wire] = channel.encode(address(ids.waId), words, { letter: '17' });
    const sent = wire && (await channel.send(wire));
    await emulator.idle();
    expect(told.map(({ state }) => state).sort()).toEqual(['delivered', 'read', 'sent']);
    for (const { message, letter } of told) expect([message, letter]).toEqual([sent?.ok && sent.id, '17']);
  });

  test('meet again by a template when nothing was said for a day', async () => {
    const [late] = channel.encode(address(ids.userId), words, { letter: '17' });
    if (late) await channel.send(late);
    await emulator.idle();
    expect(told.at(-1)).toMatchObject({ state: 'failed', code: 131047, letter: '17' });
    emulator.approve({
      name: 'kabar_laporan',
      language: 'id',
      category: 'utility',
      body: 'Kabar laporan {{nomor}} Bapak/Ibu: {{kabar}} Terima kasih.',
      buttons: [{ type: 'quick_reply', text: 'Lihat laporan' }],
    });
    const news = { nomor: 'SLT-7K4PQ2', kabar: 'Sudah\nditangani.' };
    const payloads = ['go:ticket:SLT-7K4PQ2'];
    const wire = template(address(ids.userId), {
      name: 'kabar_laporan',
      language: 'id',
      params: news,
      payloads,
    });
    expect(await channel.send(wire)).toMatchObject({ ok: true });
    expect(sri.last()?.text).toContain('SLT-7K4PQ2 Bapak/Ibu: Sudah ditangani.');
    sri.press('Lihat laporan');
    await emulator.idle();
    expect(heard.at(-1)?.content).toEqual({ kind: 'choice', id: payloads[0], label: 'Lihat laporan' });
  });
});

describe('a person who is known by other ids from now on', () => {
  test('is told as the old and the new ones', async () => {
    sri.changeNumber('628120000799', 'ID.70199248173059128736');
    await emulator.idle();
    expect(heard.map(({ from, identity }) => ({ from: from.id, ...identity }))).toEqual([
      {
        from: ids.userId,
        was: [ids.userId, ids.waId],
        now: ['ID.70199248173059128736', '628120000799'],
      },
    ]);
    heard = [];
    sri.rotateId('ID.70155555555555555555');
    sri.type('halo');
    await emulator.idle();
    expect(heard.map(({ from, identity }) => identity ?? from.id)).toEqual(
      expect.arrayContaining([
        { was: ['ID.70199248173059128736'], now: ['ID.70155555555555555555'] },
        'ID.70155555555555555555',
      ]),
    );
  });

  test('may have no number at all, and is answered', async () => {
    const tini = emulator.phone({ userId: 'ID.70313491208655302741', name: 'Tini' });
    tini.type('halo');
    await emulator.idle();
    const [{ from, known } = { from: address(''), known: [] }] = heard;
    expect([from.id, known]).toEqual(['ID.70313491208655302741', undefined]);
    const [wire] = channel.encode(from, words);
    if (wire) await channel.send(wire);
    expect(tini.last()?.text).toBe('Apa yang dilaporkan?');
  });
});

test('one delivery may hold what several people said, and what became of ours', async () => {
  const budi = emulator.phone({ waId: '628120000702', name: 'Budi' });
  for (const shape of ['values', 'changes', 'entries'] as const) {
    [heard, told] = [[], []];
    emulator.hold();
    sri.type('satu');
    budi.type('dua');
    sri.type('tiga');
    const [wire] = channel.encode(address(ids.waId), words);
    if (wire) await channel.send(wire);
    emulator.release(shape);
    await emulator.idle();
    expect(heard.map(({ from, content }) => [from.id, content.kind === 'text' && content.text])).toEqual([
      [ids.userId, 'satu'],
      ['628120000702', 'dua'],
      [ids.userId, 'tiga'],
    ]);
    expect(told.length).toBeGreaterThan(0);
  }
});
