import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobsOf } from '../../../api/jobs.ts';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { pressDoor } from '../../../api/testing/office-steps.ts';
import { linkStaff } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

/** The hall's clock at an hour of Salatiga in November 2026. */
const at = async (day: number, hour: number) => {
  const wanted = Date.UTC(2026, 10, day, hour - 7);
  await house.hall.clock.shift(Math.round((wanted - house.hall.clock.now().getTime()) / 1000));
};
const work = async () => {
  await jobsOf(house.hall, async () => 0)
    .find(({ name }) => name === 'answer-people')
    ?.run();
  await house.hall.deliver();
};
const texts = async (actor: ReturnType<TestHall['actor']>) => (await actor.seen()).map(({ text }) => text);
const number = (text: string | undefined) => /B-[0-9A-Z]{6}/.exec(text ?? '')?.[0] ?? '';

describe('whoever asks for an officer', () => {
  let desk: ReturnType<TestHall['actor']>;
  let colleague: ReturnType<TestHall['actor']>;
  let other: ReturnType<TestHall['actor']>;

  test('is told number, address and hours where nobody of the city is in chat', async () => {
    await at(23, 10);
    await playTranscript('> petugas\nPetugas … bisa dihubungi di …', house.actor());
    const [none] = await house.hall.database.sql`select count(*)::int as n from hand_over`;
    expect(none?.n).toBe(0);
    desk = await linkStaff(house, { name: 'Ratna Dewi', roles: ['coordinator'], unit: 'diskominfo' });
    colleague = await linkStaff(house, { name: 'Joko Susilo', roles: ['coordinator'], unit: 'diskominfo' });
    other = await linkStaff(house, { name: 'Budi Santoso', roles: ['officer'], unit: 'dinas_perhubungan' });
  });

  test('reaches those on duty under an alias, and the first answer comes back through the bot', async () => {
    const sri = house.actor({ firstName: 'Sri', username: 'sri_lestari' });
    const { names } = await playTranscript(
      `
      > 0
      Petugas Pemerintah Kota Salatiga membalas lewat chat ini pada jam layanan: Senin–Kamis …
      [Batal]
      > di mana mengurus pindah alamat?
      Pertanyaan {number} kami sampaikan ke petugas yang sedang bertugas. Jawabannya datang ke chat ini, paling lambat Selasa, 24 Nov.
      Perlu lebih cepat? Telepon …
      `,
      sri,
    );
    const [asked] = await desk.seen();
    expect(asked?.text).toMatch(
      /^Warga \w+ \d\d bertanya \(B-\w{6}\), dijawab paling lambat Selasa, 24 Nov:\n\ndi mana mengurus pindah alamat\?$/,
    );
    expect(asked?.text).not.toMatch(/\bSri\b/);
    expect(await texts(other)).toEqual([]);

    const answering = '> [Balas]\nWarga … bertanya:\ndi mana mengurus pindah alamat?\nTulis jawabannya…';
    await playTranscript(answering, desk);
    await colleague.seen();
    await playTranscript(answering, colleague);
    await playTranscript(
      `
      > Di Disdukcapil, lantai satu, bawa KK dan KTP.
      Warga akan membaca:
      Jawaban petugas untuk pertanyaan {number}:
      Di Disdukcapil, lantai satu, bawa KK dan KTP.
      [Kirim ke warga] [Ubah] [Batal]
      > [Kirim ke warga]
      Terkirim. Pertanyaan {number} sudah dijawab.
      `,
      desk,
      names,
    );
    expect(await sri.seen()).toEqual([
      {
        text: `Jawaban petugas untuk pertanyaan ${names.get('number')}:\n\nDi Disdukcapil, lantai satu, bawa KK dan KTP.`,
        buttons: ['Tanya lagi'],
      },
    ]);
    await playTranscript(
      '> Nanti kami cek dulu ya\n…\n> [Kirim ke warga]\n…\nPertanyaan {number} sudah lebih dulu dijawab oleh Ratna Dewi. Terima kasih.',
      colleague,
      names,
    );
    await house.hall.deliver();
    expect(await texts(sri)).toEqual([]);
  });

  test('is warned where the answer speaks of money, and the audit log is told', async () => {
    const sri = house.actor();
    await playTranscript('> 0\n…\n> berapa biayanya?\nPertanyaan…\n…', sri);
    await house.hall.deliver();
    await desk.seen();
    await playTranscript(
      `
      > [Balas]
      …
      > Silakan transfer Rp50.000 ke rekening saya
      Di dalamnya ada kata tentang uang…
      …
      > [Kirim ke warga]
      Terkirim…
      `,
      desk,
    );
    await house.hall.deliver();
    expect((await texts(sri)).join()).toContain('Layanan ini gratis. Petugas tidak boleh meminta uang');
    const [line] = await house.hall.database
      .sql`select count(*)::int as n from audit where action = 'warn-citizen'`;
    expect(line?.n).toBe(1);
  });

  test('cannot be read or answered from another office or another chat', async () => {
    const sri = house.actor();
    await playTranscript('> 0\n…\n> rahasia saya\nPertanyaan…\n…', sri);
    const [row] = await house.hall.database.sql`select number from hand_over order by id desc limit 1`;
    for (const actor of [other, house.actor()]) {
      await playTranscript('> halo\n…', actor);
      expect(await pressDoor(actor, `handover-answer:${row?.number}`)).toEqual([
        'Maaf, pertanyaan itu tidak ada atau tidak dijawab dari chat ini.',
      ]);
    }
  });

  test('at night waits for the morning, is not forgotten on its day, and is told the truth after it', async () => {
    await desk.seen();
    await colleague.seen();
    await at(23, 20);
    const sri = house.actor();
    await playTranscript(
      '> petugas\n…\n> apakah besok buka?\nSekarang belum ada petugas yang bertugas…\n…',
      sri,
    );
    const [row] = await house.hall.database.sql`select number from hand_over order by id desc limit 1`;
    const mine = async (actor: ReturnType<TestHall['actor']>) =>
      (await texts(actor)).filter((text) => number(text) === row?.number);
    await work();
    expect(await mine(desk)).toEqual([]);
    await at(24, 9);
    await work();
    await work();
    expect(await mine(desk)).toEqual([
      expect.stringMatching(/^Warga .* bertanya/),
      expect.stringMatching(/^Belum dijawab: /),
    ]);
    await at(25, 9);
    await work();
    await work();
    expect(await mine(sri)).toEqual([
      expect.stringMatching(/^Mohon maaf, pertanyaan .* belum terjawab pada hari yang kami janjikan/),
    ]);
    expect(await mine(desk)).toEqual([]);
    await playTranscript('> [Balas]\n…\n> Besok buka jam delapan\n…\n> [Kirim ke warga]\nTerkirim…', desk);
    await house.hall.deliver();
    expect((await mine(sri)).join()).toContain('Besok buka jam delapan');
  });

  test('leaves no word of theirs readable in the database', async () => {
    const rows = await house.hall.database.sql`select * from hand_over`;
    expect(rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(rows)).not.toContain('pindah alamat');
  });
});
