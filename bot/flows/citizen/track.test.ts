import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { onlyOn } from '../../../api/testing/renderings/rendering.ts';
import { playTranscript } from '../../conversation/transcript.ts';
import { shortestReport } from './dialogues/shortest-report.ts';

/** Lines of plain text answer nothing in particular. */
const withReplies = onlyOn('telegram', 'whatsapp-cloud', 'whatsapp-linked');

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

let nth = 0;

/** A new report of a new person, far enough from the others not to be like them. */
const filed = async (identity: 'Biasa' | 'Tertutup' = 'Biasa') => {
  const reporter = house.actor();
  const lat = (-7.3315 - nth++ * 0.0035).toFixed(4);
  const script = shortestReport
    .replace('-7.3315,110.5125', `${lat},110.5055`)
    .replaceAll('Tempat: Kutowinangun Kidul, Tingkir', 'Tempat: …')
    .replace('> [Biasa]', `> [${identity}]`)
    .replace('Pilihan: Biasa…', 'Pilihan: …');
  const { names } = await playTranscript(script, reporter);
  return { reporter, names, ticket: names.get('ticket') ?? '' };
};

describe('following a report', () => {
  test('its reporter finds it in the list, by tap and as people type numbers', async () => {
    const { reporter, names, ticket } = await filed();
    await playTranscript(
      `
      > status
      Laporan yang mana?…
      [{ticket} Lampu Jalan (PJU)]
      > 1
      Laporan {ticket} · Lampu Jalan (PJU)
      …
      [Tambah keterangan] [Boleh ditelepon] [Menu]
      `,
      reporter,
      names,
    );
    await playTranscript(
      `> ${ticket.toLowerCase().replace('-', ' ')}\nLaporan {ticket} · …\n…`,
      reporter,
      names,
    );
  });

  test('a stranger sees state and timeline but no words, and may follow it', async () => {
    const { names } = await filed();
    const stranger = house.actor();
    const { transcript } = await playTranscript(
      `
      > /cek {ticket}
      Laporan {ticket} · Lampu Jalan (PJU)
      …
      [Ikut dikabari] [Menu]
      > [Ikut dikabari]
      Terima kasih. Bapak/Ibu ikut dikabari…
      > /cek {ticket}
      Laporan {ticket} · Lampu Jalan (PJU)
      …
      [Tambah keterangan] [Berhenti dikabari] [Menu]
      > [Berhenti dikabari]
      Baik, Bapak/Ibu tidak lagi dikabari tentang laporan {ticket}.
      `,
      stranger,
      names,
    );
    expect(transcript).not.toContain('SMP 2');
  });

  test('a Tertutup report shows a stranger its state only, and cannot be followed', async () => {
    const { names } = await filed('Tertutup');
    const stranger = house.actor();
    await playTranscript(
      '> /cek {ticket}\nLaporan {ticket}\nKeadaan: diteruskan ke dinas\n[Menu]',
      stranger,
      names,
    );
    await stranger.forge(`go:follow:${names.get('ticket')}`);
    await stranger.seen();
    const [row] = await house.hall.database
      .sql`select count(*)::int as n from follower f join report r on r.id = f.report_id where r.confidential`;
    expect(row?.n).toBe(0);
  });

  test('an unknown number is answered kindly, and asked again', async () => {
    await playTranscript(
      `
      > /cek SLT-ZZZZZZ
      Laporan SLT-ZZZZZZ tidak kami temukan…
      Berapa nomor laporannya?
      > apa ya
      Nomor laporan tertulis seperti SLT-7K4PQ2…
      …
      `,
      house.actor(),
    );
  });

  test('a deep link opens it', async () => {
    const { names } = await filed();
    await playTranscript(
      '> /start l_{ticket}\nLaporan {ticket} · Lampu Jalan (PJU)\n…',
      house.actor(),
      names,
    );
  });
});

describe('adding to a report', () => {
  withReplies('its reporter adds a sentence, and a photo in reply to the receipt', async () => {
    const { reporter, names, ticket } = await filed();
    await playTranscript(
      `
      > /cek {ticket}
      …
      [Tambah keterangan] [Boleh ditelepon] [Menu]
      > [Tambah keterangan]
      Silakan tulis keterangan tambahan…
      > tiangnya juga miring
      Terima kasih, sudah kami tambahkan ke laporan {ticket}. Petugas kami kabari.
      `,
      reporter,
      names,
    );
    await reporter.reply('laporan sudah kami terima');
    expect((await reporter.seen()).at(-1)?.text).toContain(`sudah kami tambahkan ke laporan ${ticket}`);
    await reporter.reply('laporan sudah kami terima', 'dekat pos ronda');
    expect((await reporter.seen()).at(-1)?.text).toContain(`sudah kami tambahkan ke laporan ${ticket}`);
    const events = await house.hall.database.sql`
      select action, e.sealed is not null as sealed from report_event e join report r on r.id = e.report_id where r.ticket = ${ticket} order by e.id`;
    expect(events.map(({ action, sealed }) => [action, sealed])).toEqual([
      ['received', false],
      ['forward', false],
      ['add', true],
      ['add', false],
      ['add', true],
    ]);
    const [photo] = await house.hall.database
      .sql`select count(*)::int as n from media m join report r on r.id = m.report_id where r.ticket = ${ticket}`;
    expect(photo?.n).toBe(1);
  });

  test('a stranger cannot', async () => {
    const { names } = await filed();
    const stranger = house.actor();
    await stranger.type('halo');
    await stranger.seen();
    await stranger.forge(`go:add:${names.get('ticket')}`);
    expect((await stranger.seen()).at(-1)?.text).toContain('bukan laporan Bapak/Ibu');
  });
});

describe('being called', () => {
  test('the reporter lets the office see a number; it is sealed', async () => {
    const { reporter, names, ticket } = await filed();
    await playTranscript(
      `
      > /cek {ticket}
      …
      [Tambah keterangan] [Boleh ditelepon] [Menu]
      > [Boleh ditelepon]
      Nomor Bapak/Ibu hanya kami berikan…
      [Kirim nomor saya] [Batal]
      > bukan nomor
      Maaf, nomornya belum terbaca…
      …
      > 0812-3456-7890
      Terima kasih. Nomor Bapak/Ibu hanya diberikan kepada Dinas Perhubungan untuk laporan {ticket}.
      `,
      reporter,
      names,
    );
    const [row] = await house.hall.database.sql`select phone, anonymous from report where ticket = ${ticket}`;
    expect(row?.anonymous).toBe(false);
    expect(Buffer.from(row?.phone).toString('latin1')).not.toContain('81234567890');
    expect(house.hall.seal.open('identity', `report|${ticket}`, row?.phone)).toBe('+6281234567890');
  });
});
