import { expect } from 'vitest';
import { type AwardTown, townCycle } from './award-town.ts';

const story =
  'Antrean dulu dua jam, sekarang warga lanjut usia selesai dalam lima belas menit karena loketnya ditata ulang.';

/** First lines of letters that come to somebody once in a cycle, as far as they are the same for everybody. */
const once = [
  /^Aturan \*?ASN Berprestasi/,
  /^\*?ASN Berprestasi 2026\*? dimulai\./,
  /^Kabar baik: rekan kerja mengusulkan/,
  /^Pengusulan \*?ASN Berprestasi 2026\*? sudah ditutup\./,
  /^Sebagai calon ASN Berprestasi 2026, mohon/,
  /^Penilaian inovasi untuk/,
  /^Hasil sementara ASN Berprestasi 2026 sudah ada\./,
  /^Pemenang ASN Berprestasi 2026:/,
  /^Selamat! Bapak\/Ibu memenangkan/,
  /^Keputusan ASN Berprestasi 2026 sudah diambil/,
];

/** What people of the town do in chat, in the words of one dialogue for each. */
export const playsOf = (town: AwardTown) => {
  const { play, nipOf, deliver, sql } = town;
  const candidates = ['Wahyu Nugroho', 'Ratna Puspita', 'Yusuf Maulana', 'Galih Pratama', 'Nadia Kusuma'];
  const willing = [...candidates, 'Lilis Handayani'];
  const seenEarly: string[] = [];
  const results: string[] = [];

  const nominate = async (by: string, typed: string, category: string, who = typed): Promise<void> => {
    await play(
      by,
      `
      > /usul ${typed}
      Siapa yang Bapak/Ibu maksud?…
      • ${who}, …
      …
      > 1
      …
      > ${category}
      …
      > 2
      …
      > ${story}
      …
      > Kirim
      Terima kasih. Usulan untuk ${who}, kategori ${category}, sudah kami terima…
    `,
    );
  };

  const records = async (rows: readonly string[]): Promise<void> => {
    await town.keep('berkas.csv', rows.join('\n'));
    const imported = await town.types('import', 'records', 'berkas.csv', '--apply');
    expect(imported).toMatchObject({ code: 0 });
  };

  return {
    candidates,
    willing,
    nominate,
    nominateAll: async (all: readonly (readonly [string, string, readonly string[]])[]): Promise<void> => {
      for (const [who, category, by] of all) for (const one of by) await nominate(one, who, category);
    },
    agree: (name: string) =>
      play(
        name,
        '> /penghargaan\n…\n> [Kartu saya]\n…\n> [Setuju dicalonkan]\n…\n> [Lewati]\nTerima kasih sudah bersedia.…\n…',
      ),
    forward: (head: string, name: string) =>
      play(
        head,
        `
        > /penghargaan
        …
        > [Teruskan calon]
        …
        > [${name}]
        …
        > Kerjanya menjadi contoh bagi kantor kami
        …
        > Kirim
        Terima kasih. ${name} sudah diteruskan ke panitia untuk kategori …, dan kami kabari.
      `,
      ),
    /** The personnel office says everything of the nominees: one of them was evaluated too low, and one attendance is wrong. */
    importRecords: async (): Promise<void> => {
      const rows = ['nip,year,predicate,attendance_3m,discipline_clear,service_from,last_won'];
      for (const name of [...willing, 'Hasna Fadhila']) {
        const nip = await nipOf(name);
        const last = name === 'Lilis Handayani' ? 'Kurang' : 'Sangat Baik';
        rows.push(`${nip},2024,Baik,,ya,2015-03-01,`, `${nip},2025,${last},,ya,2015-03-01,`);
        rows.push(`${nip},2026,,${name === 'Ratna Puspita' ? 88 : 98},ya,2015-03-01,`);
        await sql`insert into certificate (employee_id, title, form, provider, jp, date, source, status, sent_at)
          select id, 'Pelayanan Prima', 'bimtek', 'BKPSDM', 2400, '2026-02-03', 'file', 'sah', now() from employee where nip = ${nip}`;
      }
      await records(rows);
    },
    importAttendance: async (name: string, percent: string) =>
      records(['nip,year,attendance_3m', `${await nipOf(name)},2026,${percent}`]),
    confirm: (name: string) =>
      play(
        name,
        `
        > /penghargaan
        …
        > [Kartu saya]
        …
        > [Lihat data]
        …
        • Kehadiran 3 bulan: 98,00 %
        …
        > [Data sudah benar]
        Terima kasih. Data Bapak/Ibu untuk ASN Berprestasi 2026 kami catat sudah benar.
        …
      `,
      ),
    /** A reviewer opens the objection that waits and says that it is right. */
    uphold: async (member: string, words: string): Promise<void> => {
      await deliver();
      expect((await town.told(member)).at(-1)).toMatch(
        /^Sanggahan S-\w{6} tentang .* perlu jawaban tertulis/,
      );
      await play(
        member,
        `> [Buka sanggahan]\n…\n> [Sanggahan benar]\n…\n> ${words}\n…\n> Kirim\nTerima kasih, jawaban atas sanggahan…`,
      );
      await deliver();
    },
    mark: (member: string, name: string, points: number) =>
      play(
        member,
        `> /panitia\n…\n> [${name}]\n…\n> [Nilai inovasi]\n…\n${`> [${points} poin]\n…\n`.repeat(4)}> Kirim\nNilai untuk ${name} sudah kami catat.…`,
      ),
    /** Votes in both categories; gives the second receipt. */
    vote: async (name: string, pelaksana: string, fungsional: string): Promise<string> => {
      const { names } = await play(
        name,
        `
        > /suara
        Pemungutan suara ASN Berprestasi 2026 dibuka sampai …
        > [Pelaksana]
        Calon kategori Pelaksana, urutannya diacak. Tekan satu nama untuk melihat calonnya; belum ada yang terkirim sebelum Bapak/Ibu menekan Kirim.
        > [${pelaksana}]
        Pilihan Bapak/Ibu untuk Pelaksana: …
        …
        > [Kirim]
        Suara Bapak/Ibu sudah tercatat. Kode bukti: …
        …
        > [Fungsional]
        …
        > [${fungsional}]
        Pilihan Bapak/Ibu untuk Fungsional: …
        …
        > [Kirim]
        Suara Bapak/Ibu sudah tercatat. Kode bukti: {receipt}. Simpan…
        …
        Semua kategori sudah lengkap. Terima kasih.
      `,
      );
      return names.get('receipt') ?? '';
    },
    /** Keeps what anybody can read now, to see later that no result stood in it. */
    remember: async (): Promise<void> => {
      for (const path of ['', `/${townCycle}`]) {
        const page = await town.site.request(`/penghargaan${path}`);
        if (page.status === 200) seenEarly.push(await page.text());
      }
      const { transcript } = await play('Pandu Wicaksono', '> /penghargaan\n…');
      seenEarly.push(transcript, ...[...town.people.values()].flatMap((chat) => chat.heard()));
    },
    /** From now on these totals are told. */
    forget: async (published: string): Promise<void> => {
      results.push(
        ...[...published.matchAll(/, (\d+)\.(\d\d) \(/g)].map(([, whole, part]) => `${whole},${part}`),
      );
      expect(results.length).toBeGreaterThan(4);
    },
    toldEarly: (): string[] => results.filter((total) => seenEarly.some((text) => text.includes(total))),
    /** Letters that somebody got more often than once, by their first words, and those that nobody got. */
    told: (): { twice: string[]; never: string[] } => {
      const times = (line: RegExp, heard: readonly string[]) =>
        heard.filter((text) => line.test(text)).length;
      const all = [...town.people].map(([name, chat]) => ({ name, heard: chat.heard() }));
      return {
        twice: once.flatMap((line) =>
          all.filter(({ heard }) => times(line, heard) > 1).map(({ name }) => `${name}: ${line}`),
        ),
        never: once.filter((line) => all.every(({ heard }) => times(line, heard) === 0)).map(String),
      };
    },
  };
};
