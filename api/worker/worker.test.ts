import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { findTicket, shortestReport } from '../../bot/flows/citizen/dialogues/shortest-report.ts';
import { connect } from '../../db/database.ts';
import { createSeal } from '../../db/sealed.ts';
import { openHall } from '../hall.ts';
import { keptLog, testKey, testSecret, testToken } from '../testing/hall.ts';
import { openWorkerHall, type WorkerHall } from './testing/worker-hall.ts';

let house: WorkerHall;
beforeAll(async () => {
  house = await openWorkerHall();
});
afterAll(() => house?.close());

const secret = { 'x-telegram-bot-api-secret-token': testSecret };
const post = (body: string, headers: Record<string, string> = secret) =>
  fetch(house.webhookUrl, { method: 'POST', body, headers });
let nextUpdate = 500;
const hello = () => {
  const id = nextUpdate++;
  const person = { id, is_bot: false, first_name: 'Tono', language_code: 'id' };
  const chat = { id, type: 'private', first_name: 'Tono' };
  return JSON.stringify({ update_id: id, message: { message_id: 1, date: 1_790_000_000, from: person, chat, text: 'halo' } });
};

describe('a citizen on a Worker', () => {
  test('reports by the same dialogue as on Node, and finds the ticket again', async () => {
    const sri = house.actor();
    const { names } = await playTranscript(shortestReport, sri);
    expect(names.get('ticket')).toMatch(/^SLT-[0-9A-HJKMNP-TV-Z]{6}$/);
    await playTranscript(findTicket, sri, names);
    const [letter] = await house.sql`select state, body from letter order by id desc limit 1`;
    expect(letter).toEqual({ state: 'sent', body: null });
  });

  test('gets the one answer to an album, though it waits until the last photo is likely in', async () => {
    const dewi = house.actor();
    await dewi.type('/lapor');
    await dewi.seen();
    for (let i = 0; i < 3; i++) dewi.phone.sendPhoto('sample', { album: 'satu', ...(i === 0 && { caption: 'pohon tumbang menutup jalan' }) });
    const seen = await dewi.seen();
    console.log(seen);
    expect(seen).toHaveLength(1);
  });
});

describe('at the door', () => {
  test.each([
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 'wrong-secret-of-the-webhook' }],
    ['no secret', {}],
  ])('%s is refused, also while the database is away', async (_, headers) => {
    await house.gate.shut();
    const { status } = await post(hello(), headers as Record<string, string>);
    console.log('c',Date.now()-t);await house.gate.open();console.log('d',Date.now()-t);
    expect(status).toBe(401);
  });

  test('what is not JSON, or no update, is refused for good', async () => {
    expect((await post('{"update_id": 1,')).status).toBe(400);
    expect((await post('{"hello": "there"}')).status).toBe(400);
  });

  test('a body of 3 MB is refused unread', async () => {
    expect((await post(JSON.stringify({ update_id: 1, text: 'a'.repeat(3 * 1024 * 1024) }))).status).toBe(413);
  });
});

describe('while the database is away', () => {
  test('Telegram is asked to come again, and is answered once it is back', async () => {
    const update = hello();
    await house.gate.shut();
    const t=Date.now();
    const away = await post(update);
    console.log('took', Date.now()-t, house.worker.lines().slice(-3));
    console.log('a',Date.now()-t);const ready = await fetch(`${house.worker.url}/health/ready`);
    console.log('b',Date.now()-t);const page = await fetch(`${house.worker.url}/privasi`);
    console.log('c',Date.now()-t);await house.gate.open();console.log('d',Date.now()-t);
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    expect(ready.status).toBe(503);
    expect(page.status).toBe(200);
    const back = await post(update);
    expect(back.status).toBe(200);
    expect(await back.json()).toMatchObject({ method: 'sendMessage', chat_id: JSON.parse(update).update_id });
  });

  test('nobody notices but by the wait', async () => {
    const budi = house.actor();
    await house.gate.shut();
    await budi.type('halo');
    setTimeout(() => void house.gate.open(), 300);
    await playTranscript('> /bantuan\nSelamat datang…\n…', budi).catch((e) => console.log(e.message));
  });
});

describe('a photo', () => {
  test('lies in the store byte for byte as it came, and shown to nobody before a Node process has cleaned it', async () => {
    const rina = house.actor();
    await rina.type('/lapor');
    await rina.seen();
    const { bytes } = { bytes: new Uint8Array() };
    void bytes;
    rina.phone.sendPhoto('sample', { caption: 'selokan mampet dan bau sekali' });
    await rina.seen();
    const rows = await house.sql`select id, state from media order by created_at desc limit 1`.catch(() => house.sql`select * from media`);
    console.log(rows, [...house.store.objects.keys()], house.store.seen);
  });
});

describe('each minute', () => {
  test('a letter that was left is delivered', async () => {
    const wati = house.actor();
    await wati.type('halo');
    await wati.seen();
    const database = connect(house.databaseUrl);
    const hall = await openHall({ database, seal: createSeal(testKey), log: keptLog(), publicUrl: 'https://sapa.example' });
    const session = await hall.sessions.open({ channel: 'telegram', account: '4242', id: String(wati.phone.person.id) }, true);
    await hall.sessions.post(session, [{ say: { text: { literal: 'Surat yang tertinggal.' } }, lane: 'interactive' }], hall.clock.now());
    await database.close();
    const outcome = await house.worker.tick(new Date());
    console.log(outcome, house.worker.lines());
    expect((await wati.seen()).map(({ text }) => text)).toEqual(['Surat yang tertinggal.']);
  });

  test('commands', async () => {
    console.log(await house.worker.tick(new Date('2026-11-20T03:10:00Z')), house.emulator.calls(testToken).filter(c => c.method.includes('Commands')).map(c => [c.method, c.ok]));
  });
});
test('log', () => console.log(house.worker.lines()));
