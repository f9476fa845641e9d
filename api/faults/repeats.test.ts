import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonIn, type LetterCarrier, letterCarrier, replyOf } from './letter-carrier.ts';
import { size } from './size.ts';
import type { ServiceProcess } from './start-process.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
let carrier: LetterCarrier;
let first: ServiceProcess;
let second: ServiceProcess;
beforeAll(async () => {
  town = await openTown({ processes: 2 });
  carrier = letterCarrier();
  [first, second] = town.processes as [ServiceProcess, ServiceProcess];
});
afterAll(async () => {
  carrier.close();
  await town.close();
});

let chats = 7_320_000_000;
const newChat = () => {
  const { person } = town.emulator.phone({ id: chats++, firstName: 'Warga' });
  return person.id;
};

const inboxCount = async () =>
  (await town.database.sql<{ n: number }[]>`select count(*)::int as n from inbox`)[0]?.n ?? 0;

describe('an update that comes again', () => {
  test('gets the open question again from a process that knew the person from before', async () => {
    const chat = newChat();
    await carrier.bring(second, carrier.text(chat, '/lapor'));
    const words = carrier.text(chat, 'lampu jalan mati di depan balai');
    const asked = replyOf(await carrier.bring(first, words));
    expect(asked.text).toContain('Lampu Jalan');
    expect(replyOf(await carrier.bring(second, words)).reply_markup).toEqual(asked.reply_markup);
  });

  test('is answered with nothing when the person has gone on, and changes nothing', async () => {
    const chat = newChat();
    await carrier.bring(first, carrier.text(chat, '/lapor'));
    const words = carrier.text(chat, 'sampah menumpuk di depan pasar');
    await carrier.bring(first, words);
    await carrier.bring(second, carrier.place(chat, -7.3315, 110.5125));
    const before = await town.database
      .sql`select revision, sealed from talk order by contact_id desc limit 1`;
    for (const to of [first, second, first]) {
      const again = await carrier.bring(to, words);
      expect([again.status, again.body]).toEqual([200, '']);
    }
    expect(
      await town.database.sql`select revision, sealed from talk order by contact_id desc limit 1`,
    ).toEqual(before);
  });

  test('twenty times at once to two processes has one set of effects, and each repeat gets the same question or nothing', async () => {
    for (let round = 0; round < 5; round++) {
      const chat = newChat();
      await carrier.bring(first, carrier.text(chat, '/lapor'));
      const known = await inboxCount();
      const words = carrier.text(chat, 'selokan mampet di belakang sekolah');
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => carrier.bring(i % 2 ? first : second, words)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const texts = new Set(answers.map(replyOf).flatMap(({ text }) => (text ? [text] : [])));
      expect(texts.size).toBe(1);
      expect(await inboxCount()).toBe(known + 1);
    }
  });
});

describe('two things said at one moment', () => {
  test('both count: a place and words that reach two processes together', async () => {
    for (let round = 0; round < size(15, 60); round++) {
      const chat = newChat();
      const asked = await carrier.bring(first, carrier.text(chat, '/lapor'));
      expect(asked.status).toBe(200);
      await Promise.all([
        carrier.bring(round % 2 ? first : second, carrier.text(chat, 'lampu jalan mati di depan kantor pos')),
        carrier.bring(round % 2 ? second : first, carrier.place(chat, -7.3315, 110.5125)),
      ]);
      const topic = await carrier.bring(first, carrier.text(chat, 'ulangi'));
      const next = await carrier.bring(second, carrier.press(chat, buttonIn(topic, ':topic:c-lampu_jalan')));
      expect(next.status).toBe(200);
      const photo = await carrier.bring(first, carrier.text(chat, 'ulangi'));
      expect(buttonIn(photo, ':photo:skip'), `round ${round}`).toBeTruthy();
    }
  });

  test('a press and words that arrive together are both heard, one after the other', async () => {
    for (let round = 0; round < size(5, 30); round++) {
      const chat = newChat();
      await carrier.bring(first, carrier.text(chat, '/lapor'));
      const topic = await carrier.bring(second, carrier.text(chat, 'lampu jalan mati di depan kantor pos'));
      const pressed = carrier.press(chat, buttonIn(topic, ':topic:c-lampu_jalan'));
      const answers = await Promise.all([
        carrier.bring(first, pressed),
        carrier.bring(second, carrier.place(chat, -7.3315, 110.5125)),
        carrier.bring(second, pressed),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const photo = await carrier.bring(first, carrier.text(chat, 'ulangi'));
      expect(buttonIn(photo, ':photo:skip'), `round ${round}`).toBeTruthy();
    }
  });
});
