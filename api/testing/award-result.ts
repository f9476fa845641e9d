import { beforeAll, describe, expect, test } from 'vitest';
import type { playsOf } from './award-plays.ts';
import { objectingToResult } from './award-scripts.ts';
import { type AwardTown, townCycle } from './award-town.ts';

/** What was played before: the town, a receipt of the vote, and whose chat was linked last. */
export type CountedTown = {
  town: AwardTown;
  plays: ReturnType<typeof playsOf>;
  receipt: string;
  late: string;
};

const title = 'ASN Berprestasi 2026';

/** The last part of the cycle: from the first count told to the recount by anybody. */
export const describeResult = (counted: () => CountedTown): void => {
  describe('the result', () => {
    let town: AwardTown;
    let plays: CountedTown['plays'];
    let receipt: string;
    let late: string;
    beforeAll(() => {
      ({ town, plays, receipt, late } = counted());
    });
    const said = async (name: string): Promise<string> => (await town.told(name)).join('\n');

    const publish = () => town.types('award', 'publish', townCycle);

    test('is told with its tie, which the committee breaks by minutes', async () => {
      const first = await publish();
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(first.out).toContain('A tie in pelaksana waits for the committee');
      await plays.forget(first.out);
      await town.deliver();
      expect((await said('Agus Utami')).split('\n').slice(0, 3)).toEqual([
        'Hasil sementara ASN Berprestasi 2026 sudah ada.',
        'Fungsional: 1. Galih Pratama (81,20), 2. Nadia Kusuma (77,20)',
        'Pelaksana: 1. Wahyu Nugroho (77,20), 1. Ratna Puspita (77,20), 3. Yusuf Maulana (67,87)',
      ]);
      const order = [await town.nipOf('Ratna Puspita'), await town.nipOf('Wahyu Nugroho')].join();
      const broken = await town.types(
        ...[
          'award',
          'tie',
          townCycle,
          'pelaksana',
          '--order',
          order,
          '--minutes',
          'Rapat panitia, berita acara 4.',
        ],
      );
      expect(broken).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^Kept for pelaksana: Ratna Puspita/),
      });
      const second = await publish();
      expect(second.out).toContain('1. Ratna Puspita');
      expect(second.out).toContain('2. Wahyu Nugroho');
      await town.deliver();
      expect(await said('Ratna Puspita')).toContain('Bapak/Ibu di tempat ke-1 dengan nilai');
      expect((await publish()).out).toMatch(/^Nothing has changed since it was told/);
    });

    test('is worked out anew for an objection that is right, and the days to object begin once more', async () => {
      await town.moveTo('masa_sanggah');
      await town.minutesPass();
      await town.play('Agus Utami', objectingToResult);
      expect((await town.types('award', 'decide', townCycle)).err).toMatch(/^The decision begins on/);
      await plays.uphold('Bagus Pradana', 'Kehadirannya memang 100 persen, hasilnya kami hitung ulang.');
      await plays.importAttendance('Wahyu Nugroho', '100');
      const again = await publish();
      expect(again.out).toMatch(/^Told to everybody\./);
      expect(again.out).toContain('1. Wahyu Nugroho');
      await town.deliver();
      expect(await said('Agus Utami')).toContain('Hasil sementara ASN Berprestasi 2026 sudah diperbarui.');
      await town.moveTo('masa_sanggah');
      await town.play('Bunga Utami', '> /sanggah\nApa yang belum tepat dari hasil sementara…\n…\n> Batal\n…');
    });

    test('is decided, and a winner has a certificate, a seat and a word about the story', async () => {
      await town.sql`insert into training (code, title, provider, form, jp, listed_on)
      values ('PKL-1', 'Kepemimpinan Lanjutan', 'BPSDM', 'pelatihan', 4000, '2026-01-01')`;
      await town.moveTo('keputusan');
      await town.minutesPass();
      const decided = await town.types('award', 'decide', townCycle, '--training', 'PKL-1');
      expect(decided).toMatchObject({ code: 0, err: '' });
      await town.deliver();
      const won = await said('Wahyu Nugroho');
      expect(won).toContain(`Selamat! Bapak/Ibu memenangkan ${title}, kategori Pelaksana.`);
      expect(won).toContain('Hadiahnya satu tempat di Kepemimpinan Lanjutan, dan Bapak/Ibu sudah terdaftar.');
      expect(won).toContain('https://sapa.example/sertifikat/SRT-2026-');
      const number = /SRT-2026-\w{6}/.exec(won)?.[0] ?? '';
      const page = await (await town.site.request(`/sertifikat/${number}`)).text();
      expect(page).toContain('Wahyu Nugroho');
      expect((await town.site.request('/sertifikat/SRT-2026-AAAAAA')).status).toBe(404);
      await town.play(
        'Wahyu Nugroho',
        '> [Soal kisah saya]\nBolehkah kisah kerja Bapak/Ibu…\n…\n> [Ya]\nTerima kasih. Kisah Bapak/Ibu boleh dibagikan…\n…',
      );
      expect(await said('Pandu Wicaksono')).toContain('Pelaksana: Wahyu Nugroho, Dinas Perhubungan');
    });

    test('is recounted by anybody, and a receipt is listed', async () => {
      await town.types('export', 'award', '--out', 'berita.json');
      await town.keep('bukti.txt', `${receipt}\n`);
      const fine = await town.elsewhere('award check berita.json --rules aturan.json --receipts bukti.txt');
      expect(fine).toMatchObject({ code: 0, err: '' });
      expect(fine.out).toMatch(/^ASN-2026: 30 ballots counted again, and everything adds up\./);
      await town.play(
        late,
        `> /suara ${receipt}\nKode ini tercatat di daftar suara ${title}, kategori …, dan suaranya ikut dihitung.`,
      );
      const published = await town.site.request(`/penghargaan/${townCycle}/bulletin.json`);
      expect(published.status).toBe(200);
      expect(JSON.parse(await published.text())).toEqual(JSON.parse(await town.read('berita.json')));
    });
  });
};
