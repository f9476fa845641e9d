import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import { tellOfLevy } from './testing/tell-of-levy.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

const told = () => tellOfLevy(house);

const view = `
  Laporan {ticket}
  Keadaan: diteruskan ke dinas
  Kabar pertama paling lambat …
  • …: laporan diterima
  [Tambah keterangan] [Pasang PIN] [Menu]
`;

const one = async <T>(rows: Promise<readonly unknown[]>): Promise<T> => (await rows)[0] as T;

describe('the thread of a sensitive report', () => {
  test('is opened again by its number alone, from the same chat; no list holds it', async () => {
    const { reporter, names } = await told();
    await playTranscript(`> /cek {ticket}\n${view}`, reporter, names);
    await playTranscript(
      '> status\nBerapa nomor laporannya?\n> {ticket}\nLaporan {ticket}\n…',
      reporter,
      names,
    );
  });

  test('names neither category, office nor the words, and leaves no mark of what a message was about', async () => {
    const { reporter, names, ticket } = await told();
    const { transcript } = await playTranscript('> /cek {ticket}\nLaporan…\n…', reporter, names);
    expect(transcript).not.toMatch(/Pungli|Pungutan|Inspektorat|loket|uang/);
    const { n } = await one<{ n: number }>(
      house.hall.database.sql`select count(*)::int as n from shown where about like ${`%${ticket}%`}`,
    );
    expect(n).toBe(0);
  });

  test('is unknown to everybody else, in the very words of a number that nobody has', async () => {
    const { names, ticket } = await told();
    for (const ask of ['/cek', '/start', 'l_', '']) {
      const typed = (number: string) =>
        ask === '/start'
          ? `/start l_${number}`
          : ask === 'l_'
            ? `/start l_${number.toLowerCase()}`
            : `${ask} ${number}`.trim();
      const [known, unknown] = await Promise.all(
        [ticket, 'SLT-Z9ZZ9Z'].map(async (number) => {
          const stranger = house.actor();
          const { transcript } = await playTranscript(`> ${typed(number)}\n…`, stranger);
          return transcript.replaceAll(number, '#').replaceAll(number.toLowerCase(), '#');
        }),
      );
      expect(known).toContain('tidak kami temukan');
      expect(known).toBe(unknown);
    }
    const stranger = house.actor();
    await playTranscript('> /jejak {ticket}\nLaporan {ticket} tidak kami temukan…\n…', stranger, names);
  });

  test('brings what an officer wrote, behind a neutral push, with a warning where it speaks of money', async () => {
    await openOffice(house.hall);
    const inspector = await linkStaff(house, { name: 'Ratna', unit: 'inspektorat', roles: ['inspector'] });
    const { reporter, names } = await told();
    await reporter.seen();
    await playTranscript(
      '> /balas {ticket}\n…\n> [Kabar lain]\n…\n> Mohon transfer biaya pemeriksaan ke rekening kami\n…\n> [Kirim ke warga]\nTerkirim ke warga…',
      inspector,
      names,
    );
    await house.hall.announce();
    await house.hall.deliver();
    expect((await reporter.seen()).map(({ text }) => text)).toEqual(['Ada kabar baru untuk Bapak/Ibu.']);
    await playTranscript(
      `
      > [Buka]
      Laporan {ticket}
      …
      …, petugas menulis:
      Mohon transfer biaya pemeriksaan ke rekening kami
      Layanan ini gratis…
      `,
      reporter,
      names,
    );
    const warned = await house.hall.database.sql`select 1 from audit a join report r on r.id = a.report_id
      where r.ticket = ${names.get('ticket') ?? ''} and a.action = 'warn-citizen'`;
    expect(warned).toHaveLength(1);
  });

  test('takes more words and a photo of its reporter, sealed, and thanks without its number', async () => {
    const { reporter, names, ticket } = await told();
    await playTranscript(
      `
      > /cek {ticket}
      Laporan…
      …
      > [Tambah keterangan]
      Silakan tulis keterangan tambahan…
      > kuitansinya palsu
      Terima kasih, sudah kami tambahkan.
      > /cek {ticket}
      Laporan…
      …
      • …: keterangan ditambahkan
      > [Tambah keterangan]
      …
      > (photo: ini kuitansinya)
      Terima kasih, sudah kami tambahkan.
      `,
      reporter,
      names,
    );
    const events = await house.hall.database
      .sql`select e.sealed, e.at from report_event e join report r on r.id = e.report_id
      where r.ticket = ${ticket} and e.action = 'add' order by e.id`;
    expect(events).toHaveLength(2);
    const opened = events.map(({ sealed }) =>
      JSON.parse(house.hall.seal.open('sensitive', `event|${ticket}`, sealed)),
    );
    expect(opened).toMatchObject([
      { words: 'kuitansinya palsu', photos: [] },
      { words: 'ini kuitansinya', photos: [expect.any(String)] },
    ]);
    expect(new Set(events.map(({ at }) => Date.parse(at) % 3_600_000))).toEqual(new Set([0]));
    const photos = await house.hall.database.sql`select report_id, event_id, kept from media where kept`;
    expect(photos.length).toBeGreaterThan(1);
    expect(new Set(photos.map(({ report_id, event_id }) => `${report_id} ${event_id}`))).toEqual(
      new Set(['null null']),
    );
  });
});
