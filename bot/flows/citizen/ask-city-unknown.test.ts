import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { atWork, fillKnowledge } from '../../../api/testing/known-city.ts';
import { onlyOn } from '../../../api/testing/renderings/rendering.ts';
import { linkStaff } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import { unknownQuestions } from './testing/asked-of-the-city.ts';

let house: TestHall;
const play = (script: string, who = house.actor()) => playTranscript(script, who);

describe('what nobody has an answer to', () => {
  beforeAll(async () => {
    house = await openTestHall();
    await atWork(house);
    await fillKnowledge(house);
  });
  afterAll(() => house.close());

  test('is said plainly, and where nobody of the city is in chat the number and hours are named', async () => {
    await play(`
      > /tanya di mana beli layangan
      Kami belum punya jawabannya. Kirim pertanyaan ini ke petugas?
      “di mana beli layangan”
      [Kirim ke petugas] [Tanya lain]
      > [Kirim ke petugas]
      Petugas Pemerintah Kota Salatiga bisa dihubungi di 0298-000101…
    `);
  });

  test('goes to the officer on duty in the words it was asked in, and is answered through the relay', async () => {
    const desk = await linkStaff(house, { name: 'Ratna Dewi', roles: ['coordinator'], unit: 'diskominfo' });
    for (const typed of unknownQuestions) {
      const sri = house.actor();
      const { names } = await playTranscript(
        `
        > /tanya ${typed}
        Kami belum punya jawabannya. Kirim pertanyaan ini ke petugas?
        “${typed}”
        [Kirim ke petugas] [Tanya lain]
        > [Kirim ke petugas]
        Pertanyaan {number} kami sampaikan ke petugas yang sedang bertugas. Jawabannya datang ke chat ini, paling lambat Selasa, 24 Nov.
        …
        `,
        sri,
      );
      const [asked] = await desk.seen();
      expect(asked?.text).toMatch(/^Warga .* bertanya \(B-\w{6}\), dijawab paling lambat Selasa, 24 Nov:/);
      expect(asked?.text.split('\n').at(-1)).toBe(typed);
      await playTranscript(
        `
        > [Balas]
        Warga … bertanya:
        ${typed}
        Tulis jawabannya…
        > Kami tanyakan dulu ke dinasnya ya.
        …
        > [Kirim ke warga]
        Terkirim. Pertanyaan {number} sudah dijawab.
        `,
        desk,
        names,
      );
      expect((await sri.seen()).map(({ text }) => text).join('\n'), typed).toContain(
        'Kami tanyakan dulu ke dinasnya ya.',
      );
    }
  });

  test('can be asked in other words, or something else', async () => {
    await play(`
      > /tanya resep gudeg
      Kami belum punya jawabannya…
      “resep gudeg”
      [Kirim ke petugas] [Tanya lain]
      > syarat akta kematian
      Akta kematian
      …
      > /tanya resep gudeg
      Kami belum punya jawabannya…
      …
      > [Tanya lain]
      Mau tanya apa?…
      [Batal]
    `);
  });

  onlyOn('telegram', 'whatsapp-cloud')('is not sent twice by a second tap', async () => {
    const sri = house.actor();
    await play('> /tanya resep rawon\nKami belum…\n…\n> [Kirim ke petugas]\nPertanyaan …\n…', sri);
    await house.hall.deliver();
    const count = async () =>
      (await house.hall.database.sql`select count(*)::int as n from hand_over`)[0]?.n as number;
    const before = await count();
    await sri.pressOld('Kami belum punya jawabannya', 'Kirim ke petugas');
    expect(await count()).toBe(before);
  });
});
