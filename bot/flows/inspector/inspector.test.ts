import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { linkStaff } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

type Linked = Awaited<ReturnType<typeof linkStaff>>;
let people: { [name: string]: Linked };
const inspectorate = [
  ['Ratna', 'inspektorat', ['inspector']],
  ['Budi', 'inspektorat', ['inspector']],
  ['Sari', 'inspektorat', ['inspector']],
  ['Admin', 'inspektorat', ['inspector', 'admin']],
  ['Camat', 'kec_tingkir', ['officer', 'supervisor', 'inspector']],
  ['Wali', 'setda', ['leader']],
] as const;

beforeAll(async () => {
  people = {};
  for (const [name, unit, roles] of inspectorate)
    people[name] = await linkStaff(house, { name, unit, roles: [...roles] });
});

const who = (name: string): Linked => {
  const found = people[name];
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};

let names: ReadonlyMap<string, string>;
let reporter: ReturnType<TestHall['actor']>;
let ticket: string;

beforeEach(async () => {
  reporter = house.actor();
  ({ names } = await playTranscript(
    '> petugas loket minta uang pungli lima puluh ribu\n…\n> 1\n…\n> tidak\n…\n> lewati\n…\n> lewati\n…\n> lewati\n…\n> kirim\nLaporan sudah kami terima.\nNomor: {ticket}\n…',
    reporter,
  ));
  ticket = names.get('ticket') ?? '';
  for (const name of Object.keys(people)) await who(name).seen();
});

/** What somebody was written unasked, once the outbox was emptied. */
const written = async (name: string) => {
  await house.hall.deliver();
  return (await who(name).seen()).map(({ text, buttons }) => [text, ...buttons].join(' | '));
};

const asks = (name: string) =>
  playTranscript(
    `
    > /jejak {ticket}
    …
    [Buka identitas] [Menu]
    > [Buka identitas]
    Identitas pelapor {ticket} hanya dibuka kalau sungguh perlu…
    > perlu
    Mohon alasannya ditulis lebih lengkap…
    …
    > nyawa pelapor terancam, polisi menunggu alamatnya
    Permintaan membuka identitas pelapor {ticket}, dengan alasan:
    nyawa pelapor terancam, polisi menunggu alamatnya
    Kirim sekarang?
    > [Kirim]
    Permintaan sudah dikirim dan berlaku 72 jam…
    `,
    who(name),
    names,
  );

const opening = 'Ada kabar baru untuk Bapak/Ibu. | Buka';

describe('the identity behind a sensitive report', () => {
  test('is opened by two, once, and every inspector and leader hears of the line', async () => {
    await asks('Ratna');
    for (const name of ['Budi', 'Sari']) expect(await written(name)).toEqual([opening]);
    expect([await written('Admin'), await written('Camat'), await written('Ratna')]).toEqual([[], [], []]);
    await playTranscript(
      `
      > [Buka]
      Seorang petugas minta membuka identitas pelapor {ticket}, dengan alasan:
      nyawa pelapor terancam, polisi menunggu alamatnya
      Apakah Bapak/Ibu setuju?
      [Setuju] [Tolak]
      > [Setuju]
      Baik, sudah disetujui…
      `,
      who('Budi'),
      names,
    );
    expect(await written('Ratna')).toEqual([opening]);
    await playTranscript(
      `
      > [Buka]
      Permintaan untuk {ticket} sudah disetujui…
      > ya
      Identitasnya ada di pesan berikut.
      Pelapor {ticket} menulis lewat ${reporter.address.channel}, nomor akun ${reporter.address.id}. Selain itu…
      Identitas seorang pelapor telah dibuka. Catatan nomor {line}.
      `,
      who('Ratna'),
      names,
    );
    for (const name of ['Budi', 'Sari', 'Admin', 'Camat', 'Wali'])
      expect(await written(name)).toEqual([
        expect.stringMatching(/^Identitas seorang pelapor telah dibuka\. Catatan nomor \d+\.$/),
      ]);
    await playTranscript('> /jejak {ticket}\n…', who('Budi'), names);
    await playTranscript(
      `
      > /jejak {ticket}
      Yang tercatat untuk laporan {ticket}:
      • …: identitas dibuka, Bapak/Ibu sendiri
      • …: permintaan identitas disetujui, petugas pemeriksa
      • …: identitas diminta, Bapak/Ibu sendiri
      `,
      who('Ratna'),
      names,
    );
  });

  test('stays closed when the second refuses; then it may be asked again', async () => {
    await asks('Ratna');
    await written('Budi');
    await playTranscript(
      '> [Buka]\nSeorang petugas…\n…\n> [Tolak]\nBaik, tidak disetujui…',
      who('Budi'),
      names,
    );
    await written('Ratna');
    await playTranscript(
      '> [Buka]\nPermintaan membuka identitas pelapor {ticket} tidak disetujui.',
      who('Ratna'),
      names,
    );
    await asks('Ratna');
  });

  test('is not agreed to by the one who asks, nor after 72 hours', async () => {
    await asks('Ratna');
    await playTranscript(
      '> /jejak {ticket}\n…\n> [Buka identitas]\nPermintaan untuk laporan {ticket} masih menunggu…',
      who('Ratna'),
      names,
    );
    await written('Budi');
    await house.hall.clock.shift(73 * 3600);
    await playTranscript('> [Buka]\nTidak ada permintaan yang menunggu di sini.', who('Budi'), names);
  });

  test('is judged once when two answer at one moment; the other is told that nothing waits any more', async () => {
    await asks('Ratna');
    await written('Budi');
    await written('Sari');
    await playTranscript('> [Buka]\nSeorang petugas…\n…', who('Budi'), names);
    await playTranscript('> [Buka]\nSeorang petugas…\n…', who('Sari'), names);
    await Promise.all([who('Budi').press('Setuju'), who('Sari').press('Tolak')]);
    const said = [...(await written('Budi')), ...(await written('Sari'))];
    expect(said.filter((text) => text.startsWith('Baik, '))).toHaveLength(1);
    expect(said.filter((text) => text.includes('Tidak ada permintaan'))).toHaveLength(1);
    const [row] = await house.hall.database
      .sql`select o.agreed_at is null as disagreed, o.refused_at is null as unrefused
      from identity_opening o join report r on r.id = o.report_id where r.ticket = ${ticket}`;
    expect(row?.disagreed).not.toBe(row?.unrefused);
  });

  test('is nothing that anybody else could ask for: the number is unknown to them', async () => {
    for (const name of ['Admin', 'Camat', 'Wali'])
      await playTranscript('> /jejak {ticket}\nLaporan {ticket} tidak kami temukan…\n…', who(name), names);
    await playTranscript('> /jejak {ticket}\nLaporan {ticket} tidak kami temukan…\n…', reporter, names);
  });

  test('leaves no name of anybody and no reason where the log could be read', async () => {
    await asks('Ratna');
    const rows = await house.hall.database.sql<{ row: string }[]>`select a::text as row from audit a
      union all select o::text from identity_opening o`;
    expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/nyawa|Ratna|polisi/);
    const [{ n } = { n: 0 }] = await house.hall.database.sql<
      { n: number }[]
    >`select count(*)::int as n from audit a join report r on r.id = a.report_id
      where r.ticket = ${ticket} and a.sealed is not null`;
    expect(n).toBe(1);
  });
});
