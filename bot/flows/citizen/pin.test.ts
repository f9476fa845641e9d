import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import { tellOfLevy } from './testing/tell-of-levy.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const told = () => tellOfLevy(house);

const one = async <T>(rows: Promise<readonly unknown[]>): Promise<T> => (await rows)[0] as T;

describe('a PIN', () => {
  test('guards the thread on a shared phone', async () => {
    const { reporter, names } = await told();
    await playTranscript(
      `
      > /pin
      Silakan tulis PIN baru…
      [Batal]
      > 1234
      Angka yang berurutan mudah ditebak…
      …
      > 7 3 1 9
      PIN sudah terpasang…
      > /cek {ticket}
      Bagian ini dijaga PIN…
      [Lupa PIN]
      > 7310
      PIN belum cocok. Masih bisa dicoba 4 kali lagi.
      [Coba lagi]
      > [Coba lagi]
      Bagian ini dijaga PIN…
      > 7319
      Laporan {ticket}
      …
      > [Tambah keterangan]
      Bagian ini dijaga PIN…
      > 7319
      Silakan tulis keterangan tambahan…
      > petugasnya memakai topi
      Terima kasih, sudah kami tambahkan.
      `,
      reporter,
      names,
    );
    expect([...(await house.hall.database.sql`select wrong from thread_pin`)]).toEqual([{ wrong: 0 }]);
  });

  test('is changed only by who knows the old one', async () => {
    const reporter = house.actor();
    await playTranscript(
      `
      > /pin
      Silakan tulis PIN baru…
      > 8052
      PIN sudah terpasang…
      > /pin
      Silakan tulis dulu PIN yang lama.
      > 8053
      PIN belum cocok. Masih bisa dicoba 4 kali lagi.
      > /pin
      Silakan tulis dulu PIN yang lama.
      > 8052
      Silakan tulis PIN baru…
      > 9614
      PIN sudah terpasang…
      > /pin
      Silakan tulis dulu PIN yang lama.
      > 9614
      Silakan tulis PIN baru…
      `,
      reporter,
    );
  });

  test('rests after five wrong tries, and longer after the next five; the right one does not help meanwhile', async () => {
    const { reporter, names } = await told();
    const wrong = (n: number) =>
      Array.from({ length: n }, (_, i) => `> /cek {ticket}\nBagian ini…\n> 111${i}\nPIN belum cocok…`).join(
        '\n',
      );
    await playTranscript(
      `> /pin\n…\n> 7319\nPIN sudah…\n${wrong(4)}\n> /cek {ticket}\n…\n> 1119\nPIN belum bisa dicoba lagi. Silakan coba 15 menit lagi.`,
      reporter,
      names,
    );
    await playTranscript('> /cek {ticket}\nPIN belum bisa dicoba lagi…', reporter, names);
    await house.hall.clock.shift(16 * 60);
    await playTranscript(
      `${wrong(4)}\n> /cek {ticket}\n…\n> 1119\nPIN belum bisa dicoba lagi. Silakan coba 60 menit lagi.`,
      reporter,
      names,
    );
    await house.hall.clock.shift(77 * 60);
    await playTranscript('> /cek {ticket}\nBagian ini…\n> 7319\nLaporan {ticket}\n…', reporter, names);
    const { n } = await one<{ n: number }>(
      house.hall.database
        .sql`select count(*)::int as n from audit where action = 'pin-wrong' and report_id is null and employee_id is null`,
    );
    expect(n).toBeGreaterThanOrEqual(10);
  });

  test('keeps everything from whoever does not know it, not even that it is closed is told', async () => {
    const { reporter, names, ticket } = await told();
    await playTranscript('> /pin\n…\n> 7319\nPIN sudah…', reporter, names);
    const press = async (form: string) => {
      await reporter.forge(`go:${form}:${ticket}`);
      return (await reporter.seen()).map(({ text }) => text).join('\n');
    };
    for (const state of ['diteruskan', 'ditindaklanjuti', 'selesai', 'diarsipkan']) {
      await house.hall.database.sql`update report set state = ${state} where ticket = ${ticket}`;
      for (const form of ['track', 'add', 'solved', 'unsolved']) {
        const seen = await press(form);
        expect([state, form, seen]).toEqual([state, form, expect.stringMatching(/^Bagian ini dijaga PIN/)]);
      }
    }
  });

  test('that was forgotten leaves the thread closed, and says so', async () => {
    const { reporter, names } = await told();
    await playTranscript(
      `
      > /pin
      …
      > 7319
      PIN sudah…
      > /cek {ticket}
      Bagian ini…
      > [Lupa PIN]
      Tanpa PIN, bagian itu tidak bisa dibuka lagi dari chat ini, juga tidak oleh kami…
      > /cek {ticket}
      Bagian ini dijaga PIN…
      `,
      reporter,
      names,
    );
  });
});
