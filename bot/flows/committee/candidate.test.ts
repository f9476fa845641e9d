import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { playTranscript } from '../../conversation/transcript.ts';
import { openCommittee } from './testing/committee.ts';

let town: Awaited<ReturnType<typeof openCommittee>>;
beforeAll(async () => {
  town = await openCommittee();
  await town.until('verifikasi');
});
afterAll(() => town.house.close());
beforeEach(() => town.clear());

describe('nobody', () => {
  test('judges themselves or a colleague of the own office, which the card says', async () => {
    const { names, member, nominee, guess, house, sql } = town;
    const { id: colleague } = await names({ name: 'Rina Astuti', unit: 'dinas_kesehatan' });
    const Maya = await member();
    await playTranscript(
      `
      > /panitia
      …
      > [Rina Astuti]
      …
      Calon ini dari dinas Bapak/Ibu sendiri, jadi diperiksa dan dinilai anggota panitia dari dinas lain.
      [Cerita dan inovasi] [Kembali ke panitia]
    `,
      Maya,
    );
    for (const what of ['candidate', 'candidate-ask', 'candidate-refuse'])
      expect(
        await guess(
          'Maya Panitia',
          what === 'candidate' ? `go:candidate:${colleague} terima 0` : `go:${what}:${colleague} 0`,
        ),
      ).toContain('candidate.not-now');
    const { id: own } = await names({ name: 'Sari Anggota', linked: true, unit: 'dinas_pu' });
    await sql`update employee set roles = '{committee}' where name = 'Sari Anggota'`;
    expect(await guess('Sari Anggota', `go:candidate:${own} terima 0`)).toContain('candidate.bar.oneself');
    const said = await guess('Sari Anggota', `go:candidate:${own} cerita 1`);
    expect(said).toContain('candidate.bar.oneself');
    expect(said).not.toContain('lansia');
    for (const id of [colleague, own]) expect(await nominee(id)).toMatchObject({ verdict: null });
    expect(house.log.lines.filter(({ event }) => event === 'failed')).toEqual([]);
  });

  test('but the committee sees candidates, also by guessing a number', async () => {
    const { names, member, guess } = town;
    const { id } = await names({ name: 'Rina Astuti' });
    await member('Tono Wibowo', 'dinas_pu');
    await town.sql`update employee set roles = '{supervisor,hr,admin,leader}' where name = 'Tono Wibowo'`;
    expect(await guess('Tono Wibowo', 'go:committee')).toContain('committee.not-yours');
    const unknown = await guess('Tono Wibowo', 'go:candidate:999999');
    for (const what of [`candidate:${id}`, `candidate:${id} cerita 0`, `candidate-mark:${id}`])
      expect(await guess('Tono Wibowo', `go:${what}`)).toBe(unknown);
    expect(unknown).toContain('candidate.none');
    expect(await guess('Tono Wibowo', `go:nominee-reply:${id}`)).toContain('nominee-reply.none');
  });

  test('is accepted whom the head of office did not forward', async () => {
    const { names, member, nominee, guess } = town;
    const { id } = await names({ name: 'Rina Astuti', forwarded: false });
    await member();
    const said = await guess('Maya Panitia', `go:candidate:${id} terima 0`);
    expect(said).toContain('candidate.bar.not-forwarded');
    expect(await nominee(id)).toMatchObject({ verdict: null });
  });
});

test('patterns among nominations are notes without names, and no reason against anybody', async () => {
  const { sql, names, member, idOf, award } = town;
  const stories = Array.from({ length: 6 }, (_, i) => `Cerita ke-${i} tentang kerja sehari-hari di loket.`);
  const { id } = await names({ name: 'Rina Astuti', stories });
  const { id: other } = await names({ name: `Pengusul Balik`, unit: 'dinas_pu', stories: [] });
  const sealed = town.house.hall.seal.seal('award', 'nomination|x', 'x');
  await sql`insert into award_nomination (nominee_id, cycle_id, category, by_id, unit_code, value, story, at) values
    (${other}, ${award.id}, 'fungsional', ${await idOf('Rina Astuti')}, 'dinas_perhubungan', 'loyal', ${sealed}, now())`;
  await sql`update award_nomination set by_id = ${await idOf('Pengusul Balik')},
    story = ${town.house.hall.seal.seal('award', `nomination|${id}|${await idOf('Pengusul Balik')}`, 'Cerita balik.')}
    where nominee_id = ${id} and by_id = ${await idOf(`Pengusul ${id} 0`)}`;
  await sql`update award_nominee set category = 'fungsional' where id = ${other}`;
  const Maya = await member();
  const { transcript } = await playTranscript(
    `
    > /panitia
    …
    Catatan pola usulan ada pada 2 calon. Itu hanya catatan dan tidak mengubah apa pun.
    …
    > [Rina Astuti]
    …
    Hanya catatan tentang pola usulan, bukan penilaian:
    • Calon ini dan salah satu pengusulnya saling mengusulkan.
    • 6 pegawai Dinas Pekerjaan Umum… mengusulkan calon ini.
    • 6 usulan masuk dalam 30 menit.
    Keadaan: menunggu diperiksa.
    [Terima] [Tanyakan] [Tolak] [Cerita dan inovasi] [Kembali ke panitia]
  `,
    Maya,
  );
  expect(transcript.split('> [Rina Astuti]')[1]).not.toContain('Pengusul');
});
