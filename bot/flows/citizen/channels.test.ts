import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { app, onlyOn } from '../../../api/testing/renderings/rendering.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import { translate } from '../../i18n/translate.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

type Phone = ReturnType<TestHall['actor']>;
let sri: Phone;
let other: Phone;
beforeEach(() => {
  sri = house.actor();
  other = house.actor();
});

const asked = `
  > /kanal
  Chat ini di ${app}. Belum ada chat lain yang disambungkan…
  [Sambung chat lain] [Menu]
  > [Sambung chat lain]
  Dari aplikasi yang lain, kirim pesan ini ke bot kami dalam 15 menit:
  SAMBUNG {code}
  Kode hanya untuk sekali pakai…
  …`;

/** A code that a chat asked for. */
const codeFrom = async (phone: Phone): Promise<string> =>
  (await playTranscript(asked, phone)).names.get('code') ?? '';

const question = `
  Chat ini akan menjadi satu orang dengan chat ${app} yang baru saja meminta kode: laporan dan kabar Bapak/Ibu bisa dibaca di sana juga. Apakah Bapak/Ibu sendiri yang meminta kode itu?
  [Kirim] [Batal]`;
const wrong = 'Kode tidak cocok atau sudah tidak berlaku…';

const joinedBy = (code: string) =>
  `> SAMBUNG ${code}${question}\n> [Kirim]\nKedua chat sekarang tersambung…\n…`;

const join = async (): Promise<void> => {
  await playTranscript(joinedBy(await codeFrom(sri)), other);
  await sri.seen();
};

/** The persons of the newest chats, as letters in the order in which they come up. */
const persons = async (most: number): Promise<(string | null)[]> =>
  (
    await house.hall.database.sql<{ person: string | null }[]>`
      select person from (select id, person from contact order by id desc limit ${most}) c order by id`
  ).map(({ person }) => person);

describe('a person with two chats', () => {
  test('joins them by a code, hears of it in both, chooses where news goes, and lets one go again', async () => {
    await playTranscript(joinedBy(await codeFrom(sri)), other);
    const [here, there] = await persons(2);
    expect(here).toEqual(expect.any(String));
    expect(there).toBe(here);
    await playTranscript(
      `
      > /kanal
      Chat ${app} sekarang tersambung dengan chat ini. Kalau bukan Bapak/Ibu yang melakukannya, tekan Lepas chat ini.
      [Lepas chat ini]
      Chat Bapak/Ibu yang tersambung: ${app} (chat ini), ${app} (chat lain).
      Kabar tiap laporan dikirim ke chat tempat laporan itu dibuat.
      [Kabar ke chat ini] [Sambung chat lain] [Lepas chat ini] [Menu]
      > [Kabar ke chat ini]
      Baik, mulai sekarang kabar laporan dikirim ke chat ini…
      [Menu]
      > kanal
      Chat Bapak/Ibu yang tersambung: ${app} (chat ini), ${app} (chat lain).
      Kabar laporan dikirim ke chat ini.
      [Sambung chat lain] [Lepas chat ini] [Menu]
    `,
      sri,
    );
    await playTranscript(
      `
      > /kanal
      Chat Bapak/Ibu yang tersambung: ${app} (chat ini), ${app} (chat lain).
      Kabar laporan dikirim ke ${app} (chat lain).
      …
      > [Lepas chat ini]
      Lepaskan chat ini dari chat Bapak/Ibu yang lain?…
      [Ya] [Tidak]
      > ya
      Baik, chat ini sudah dilepas dari chat yang lain…
    `,
      other,
    );
    expect(await persons(2)).toEqual([null, null]);
  });

  test('may think better of it', async () => {
    const code = await codeFrom(sri);
    await playTranscript(`> /sambung ${code}${question}\n> [Batal]\nBaik, sudah dibatalkan.`, other);
    expect(await persons(2)).toEqual([null, null]);
  });

  test('may add a third, and all of them are one', async () => {
    await join();
    const third = house.actor();
    const code = await playTranscript(
      '> kanal\nChat Bapak/Ibu yang tersambung…\n…\n> [Sambung chat lain]\n…\nSAMBUNG {code}\n…',
      other,
    );
    await playTranscript(joinedBy(code.names.get('code') ?? ''), third);
    expect(new Set(await persons(3)).size).toBe(1);
    expect((await persons(3))[0]).not.toBeNull();
  });

  test('is asked for the code where it was left out, and reads it as people type', async () => {
    const code = await codeFrom(sri);
    await playTranscript(
      `
      > /sambung
      Silakan kirim kode dari chat yang lain…
      [Batal]
      > besok saja
      Kodenya 8 huruf dan angka…
      Silakan kirim kode dari chat yang lain…
      [Batal]
      > sambung ${code.toLowerCase().replace('-', ' ')}${question}
      > kirim
      Kedua chat sekarang tersambung…
      …
    `,
      other,
    );
  });

  onlyOn(
    'telegram',
    'whatsapp-cloud',
    'whatsapp-linked',
  )('may have the other one in a terminal, or in any app that speaks with the same hall', async () => {
    const from = { channel: 'terminal', account: 'here', id: 'sri' } as const;
    const said = async (text: string, id = text) => {
      const inbound = { id, from, at: house.hall.clock.now(), content: { kind: 'text' as const, text } };
      const { say } = await house.hall.handle(inbound, house.hall.keyOf(from, id));
      return translate('id', say[0]?.text ?? { literal: '' });
    };
    expect(await said('/kanal')).toContain('Chat ini di terminal.');
    expect(await said(`SAMBUNG ${await codeFrom(sri)}`)).toContain(`satu orang dengan chat ${app}`);
    expect(await said('kirim')).toContain('Kedua chat sekarang tersambung.');
    await playTranscript(
      `> /kanal\nChat terminal sekarang tersambung…\n…\nChat Bapak/Ibu yang tersambung: ${app} (chat ini), terminal.\n…`,
      sri,
    );
  });

  test('comes with a slash as well', async () => {
    const code = await codeFrom(sri);
    await playTranscript(`> /sambung ${code}${question}`, other);
  });
});

describe('a code', () => {
  test('is used once', async () => {
    const code = await codeFrom(sri);
    await playTranscript(joinedBy(code), other);
    await playTranscript(`> SAMBUNG ${code}\n${wrong}`, house.actor());
  });

  test('lasts a quarter of an hour', async () => {
    const early = await codeFrom(sri);
    await house.hall.clock.shift(14 * 60);
    await playTranscript(`> SAMBUNG ${early}${question}`, house.actor());
    await house.hall.clock.shift(2 * 60);
    await playTranscript(`> SAMBUNG ${early}\n${wrong}`, other);
  });

  test('that ran out while it was weighed joins nobody', async () => {
    const code = await codeFrom(sri);
    await playTranscript(`> SAMBUNG ${code}${question}`, other);
    await house.hall.clock.shift(16 * 60);
    await playTranscript(`> [Kirim]\n…\n${wrong}`, other);
    expect(await persons(2)).toEqual([null, null]);
  });

  test('is replaced by a later one of the same chat', async () => {
    const first = await codeFrom(sri);
    const second = await codeFrom(sri);
    await playTranscript(`> SAMBUNG ${first}\n${wrong}\n> SAMBUNG ${second}${question}`, other);
  });

  test('is not kept in words that anybody could read', async () => {
    const code = await codeFrom(sri);
    const [row] = await house.hall.database.sql<{ whole: string }[]>`
      select string_agg(encode(hash, 'escape'), ' ') as whole from pairing_code`;
    expect(row?.whole).not.toContain(code);
    expect(row?.whole).not.toContain(code.replace('-', ''));
  });

  test('that was wrong five times makes the chat wait, for codes of every kind', async () => {
    const code = await codeFrom(sri);
    for (let i = 0; i < 5; i++) await playTranscript(`> SAMBUNG 2222-000${i}\n${wrong}`, other);
    const wait = 'Sudah terlalu banyak kode yang dicoba…';
    await playTranscript(`> SAMBUNG ${code}\n${wait}\n> /masuk 0000-0000-00000\n${wait}`, other);
    await house.hall.clock.shift(-3_600);
  });
});

describe('two chats are not joined', () => {
  test('when the code comes back to the chat that asked for it', async () => {
    const code = await codeFrom(sri);
    await playTranscript(`> SAMBUNG ${code}\nKode itu dibuat di chat ini…`, sri);
  });

  test('when they are one already', async () => {
    await join();
    const again = await playTranscript(
      '> kanal\nChat Bapak/Ibu yang tersambung…\n…\n> [Sambung chat lain]\n…\nSAMBUNG {code}\n…',
      sri,
    );
    await playTranscript(`> SAMBUNG ${again.names.get('code')}\nKedua chat itu sudah tersambung.`, other);
  });

  test('when one of them belongs to somebody who only tries the service out', async () => {
    const code = await codeFrom(sri);
    await house.hall.database.sql`update contact set circle = 'visitor'
      where id = (select max(contact_id) from pairing_code)`;
    await playTranscript(`> SAMBUNG ${code}\n${wrong}`, other);
  });
});
