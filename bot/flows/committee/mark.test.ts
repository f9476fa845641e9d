import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { playTranscript } from '../../conversation/transcript.ts';
import { openCommittee } from './testing/committee.ts';

let town: Awaited<ReturnType<typeof openCommittee>>;
beforeAll(async () => {
  town = await openCommittee();
});
afterAll(() => town.house.close());
beforeEach(() => town.clear());

test('before nominations are over the committee hears only how many are named', async () => {
  const { names, member, guess, until } = town;
  const { id } = await names({ name: 'Rina Astuti' });
  const Maya = await member();
  await until('nominasi');
  await playTranscript(
    `
    > /panitia
    Panitia ASN Berprestasi 2027
    Tahap: pengusulan, sampai …
    • Manajerial: 0 pegawai diusulkan
    • Fungsional: 0 pegawai diusulkan
    • Pelaksana: 1 pegawai diusulkan
    Nama dan ceritanya terbuka untuk panitia mulai …
  `,
    Maya,
  );
  expect(await guess('Maya Panitia', `go:candidate:${id}`)).toContain('candidate.none');
});

test('each member scores four lines at taps or by number, may change it, and sees nobody else before the end', async () => {
  const { sql, names, member, until, idOf, guess } = town;
  await until('penilaian');
  const { id } = await names({ name: 'Rina Astuti', verdict: 'accepted' });
  await names({ name: 'Joko Susilo', unit: 'dinas_pu', verdict: 'refused' });
  await names({ name: 'Budi Santoso', unit: 'disdukcapil', verdict: 'accepted', eligible: false });
  await names({ name: 'Ani Rahayu', verdict: 'accepted', category: 'fungsional' });
  const Maya = await member();
  await playTranscript(
    `
    > /panitia
    Panitia ASN Berprestasi 2027
    Tahap: penilaian panitia, sampai …
    0 dari 2 calon sudah Bapak/Ibu nilai.
    …
    • Rina Astuti, Dinas Perhubungan (Pelaksana): belum Bapak/Ibu nilai
    …
    > [Rina Astuti]
    …
    [Nilai inovasi] [Cerita dan inovasi] [Kembali ke panitia]
    > [Nilai inovasi]
    1 dari 4. Seberapa nyata dan penting masalah yang dijawab? 0 sampai 25: pilih, atau tulis misalnya 18 poin.
    [0 poin] [5 poin] [10 poin] [15 poin] [20 poin] [25 poin]
    > [20 poin]
    Masalah: 20 poin
    2 dari 4. …
    …
    > 26
    Maaf, kami belum paham. Mohon pilih, atau tulis angka bulat dari 0 sampai 25, misalnya 18 poin.
    …
    > -3 poin
    Maaf, kami belum paham. …
    …
    > 7,5 poin
    …
    > 18 poin
    Kebaruan: 18 poin
    …
    > 12
    Hasil: 12 poin
    …
    > [5 poin]
    Keberlanjutan: 5 poin
    Nilai inovasi dari Bapak/Ibu untuk Rina Astuti:
    Masalah: 20 poin
    Kebaruan: 18 poin
    Hasil: 12 poin
    Keberlanjutan: 5 poin
    Jumlahnya 55 dari 100. Sudah benar?
    [Kirim] [Ubah] [Batal]
    > Kirim
    Nilai untuk Rina Astuti sudah kami catat. 1 dari 2 calon dinilai. Sampai tahap ini selesai masih bisa diubah.
  `,
    Maya,
  );
  const marks = () =>
    sql`select masalah, kebaruan, hasil, keberlanjutan from award_mark where nominee_id = ${id} order by by_id`;
  expect(await marks()).toEqual([{ masalah: 20, kebaruan: 18, hasil: 12, keberlanjutan: 5 }]);

  const Dewi = await member('Dewi Panitia', 'dinas_pu');
  expect(await guess('Dewi Panitia', `go:candidate:${id}`)).not.toMatch(/candidate\.(mine|mean)/);
  await sql`insert into award_mark (nominee_id, by_id, masalah, kebaruan, hasil, keberlanjutan, at)
    values (${id}, ${await idOf('Dewi Panitia')}, 25, 25, 25, 25, now())`;
  await Dewi.seen();
  await playTranscript(
    `
    > /panitia
    …
    > [Rina Astuti]
    …
    Nilai inovasi dari Bapak/Ibu: 20 + 18 + 12 + 5 = 55.
    [Ubah nilai] [Cerita dan inovasi] [Kembali ke panitia]
    > [Ubah nilai]
    …
    > [25 poin]
    …
    > 18 poin
    …
    > 12
    …
    > [5 poin]
    …
    > Kirim
    …1 dari 2 calon dinilai…
  `,
    Maya,
  );
  expect(await marks()).toContainEqual({ masalah: 25, kebaruan: 18, hasil: 12, keberlanjutan: 5 });

  await until('pemungutan_suara');
  await playTranscript(
    `
    > /panitia
    …
    > [Rina Astuti]
    …
    Nilai inovasi dari Bapak/Ibu: 25 + 18 + 12 + 5 = 60.
    Rata-rata nilai inovasi panitia: 80,00.
    Saat ini calon hanya bisa dilihat.
    [Cerita dan inovasi] [Kembali ke panitia]
  `,
    Maya,
  );
  expect(await guess('Maya Panitia', `go:candidate-mark:${id}`)).toContain('candidate.not-now');
});
