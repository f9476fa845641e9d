import { afterAll, beforeAll, describe } from 'vitest';
import { type PlantedAward, plantAward, untilPhase } from '../../../api/testing/award.ts';
import { openVote, plantCandidate } from '../../../api/testing/ballot.ts';
import { openTestHall, type TestHall } from '../../../api/testing/hall.ts';
import { onlyOn } from '../../../api/testing/renderings/rendering.ts';
import { linkStaff, openOffice } from '../../../api/testing/staff.ts';
import { playTranscript } from '../../conversation/transcript.ts';

type Person = ReturnType<TestHall['actor']>;

let house: TestHall;
let award: PlantedAward;
let Hadi: Person;

const onBallot = onlyOn('telegram', 'whatsapp-cloud', 'plain');

beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall, '2026-08-03');
  Hadi = await linkStaff(house, { name: 'Hadi Prabowo', roles: ['supervisor'] });
  await Hadi.seen();
});
afterAll(() => house.close());

const hears = (who: Person, line: string) => playTranscript(`> /suara\n${line}`, who);

describe('who asks for the vote is told kindly why not, and what to do', () => {
  onBallot('while there is none', async () => {
    await hears(Hadi, 'Saat ini belum ada pemungutan suara. Bila dibuka, pemilih kami kabari.\n[Menu]');
  });

  onBallot('before it opens', async () => {
    award = await plantAward(house.hall);
    await plantCandidate(house.hall, award, { name: 'Wahyu Nugroho', category: 'pelaksana' });
    await hears(
      Hadi,
      'Pemungutan suara ASN Berprestasi 2026 dibuka mulai …. Hari itu Bapak/Ibu bisa memilih dengan /suara.',
    );
  });

  onBallot('to a citizen, and to an employee who is no supervisor', async () => {
    await hears(
      house.actor(),
      'Pemungutan suara ini untuk atasan langsung yang namanya ada di daftar pemilih…',
    );
    const Rina = await linkStaff(house, { name: 'Rina Astuti', roles: ['officer'] });
    await Rina.seen();
    await hears(
      Rina,
      'Pemungutan suara ini untuk atasan langsung yang ada di daftar pemilih, dan nama Bapak/Ibu belum ada di sana…',
    );
  });

  onBallot('until roll and candidates are fixed', async () => {
    await untilPhase(house.hall, award, 'pemungutan_suara');
    await hears(Hadi, 'Daftar calon dan pemilih sedang disiapkan…');
  });

  onBallot('to a supervisor who came after the freeze, and to a chat that was linked today', async () => {
    await openVote(house.hall, award);
    const Dewi = await linkStaff(house, { name: 'Dewi Lestari', roles: ['supervisor'] });
    await Dewi.seen();
    await hears(Dewi, '…belum ada di sana…\n[Menu]');
    const { sql } = house.hall.database;
    await sql`insert into award_roll (cycle_id, employee_id, nip, unit_code)
      select ${award.id}, id, nip, unit_code from employee where name = 'Dewi Lestari'`;
    await hears(
      Dewi,
      'Chat ini baru saja terhubung. Demi keamanan suara Bapak/Ibu, pemungutan suara terbuka di sini 24 jam lagi…',
    );
    await house.hall.clock.shift(24 * 3600);
    await hears(Dewi, 'Pemungutan suara ASN Berprestasi 2026 dibuka sampai …\n[Pelaksana]');
  });

  onBallot('of a receipt: only after the close, and whether it is listed', async () => {
    await playTranscript(
      `
      > /suara
      …
      > [Pelaksana]
      …
      > [Suara kosong]
      …
      > [Kirim]
      Suara Bapak/Ibu sudah tercatat. Kode bukti: {receipt}…
      …
      > /suara {receipt}
      Daftar kode bukti baru dibuka setelah pemungutan suara ditutup, …
      > /suara 7K4P
      Kode bukti terdiri dari 13 huruf dan angka, seperti 7K4P-Q2ZX-M09AB…
      `,
      Hadi,
    ).then(async ({ names }) => {
      await untilPhase(house.hall, award, 'rekap');
      await hears(Hadi, 'Pemungutan suara ASN Berprestasi 2026 sudah ditutup…');
      const { database, clock } = house.hall;
      await database.sql`update award_cycle set closed_at = ${clock.now().toISOString()} where id = ${award.id}`;
      await playTranscript(
        `
        > /suara {receipt}
        Kode ini tercatat di daftar suara ASN Berprestasi 2026, kategori Pelaksana, dan suaranya ikut dihitung.
        > /suara 7K4P-Q2ZX-M09AB
        Kode itu tidak ada di daftar…
        `,
        Hadi,
        names,
      );
    });
  });
});
