import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plantAward, untilPhase } from '../../../../api/testing/award.ts';
import { employeeNamed } from '../../../../api/testing/counted-award.ts';
import { playTranscript } from '../../../conversation/transcript.ts';
import { openObjections } from './testing/objections.ts';

let town: Awaited<ReturnType<typeof openObjections>>;
beforeAll(async () => {
  town = await openObjections();
});
afterAll(() => town.house.close());
beforeEach(() => town.clear());

describe('a nominee', () => {
  test('objects to a refusal, and is a candidate after all', async () => {
    const { Hadi } = await town.committee();
    const Rina = await town.asn();
    const { sql } = town.house.hall.database;
    const award = await plantAward(town.house.hall);
    const rina = await employeeNamed(town.house, 'Rina Astuti');
    await sql`insert into award_nominee (cycle_id, category, employee_id, unit_code, named_at, consent, consent_at, verdict, verdict_reason, verdict_at)
      values (${award.id}, 'pelaksana', ${rina}, 'dinas_perhubungan', now(), 'agreed', now(), 'refused', 'predikat', now())`;
    await untilPhase(town.house.hall, award, 'verifikasi');
    await playTranscript(
      `
      > /sanggah
      Mengapa keputusan panitia perlu dilihat lagi? Tulis alasannya dalam satu pesan.
      [Batal]
      > Batal
      …
    `,
      Rina,
    );
    const number = await town.object(Rina);
    await town.answers(Hadi, 'Sanggahan benar', 'Dengan ini calon diterima.');
    expect(await town.read(Rina)).toContain(`Sanggahan ${number} diterima panitia.`);
    const [row] = await sql<{ verdict: string }[]>`select verdict from award_nominee`;
    expect(row).toEqual({ verdict: 'accepted' });
  });

  test('objects to a fact of the own record in its days, and nobody else then', async () => {
    await town.committee();
    const [Rina, Joko] = [await town.asn(), await town.asn('Joko Susilo')];
    const { sql } = town.house.hall.database;
    const award = await plantAward(town.house.hall);
    const rina = await employeeNamed(town.house, 'Rina Astuti');
    await sql`insert into award_nominee (cycle_id, category, employee_id, unit_code, named_at, consent, consent_at, verdict, verdict_at)
      values (${award.id}, 'pelaksana', ${rina}, 'dinas_perhubungan', now(), 'agreed', now(), 'accepted', now())`;
    await untilPhase(town.house.hall, award, 'verifikasi');
    await playTranscript('> /sanggah\nSaat ini calon bisa menyanggah data miliknya sendiri…', Rina);
    await untilPhase(town.house.hall, award, 'koreksi');
    await playTranscript('> /sanggah\nSaat ini calon bisa menyanggah data miliknya sendiri…', Joko);
    await playTranscript(
      '> /sanggah\nBagian mana dari data Bapak/Ibu yang keliru…\n[Batal]\n> Batal\n…',
      Rina,
    );
    const number = await town.object(Rina);
    const [row] = await sql<{ about: string; nominee: number | null }[]>`
      select about, nominee_id::int as nominee from award_objection where number = ${number}`;
    expect(row).toMatchObject({ about: 'record', nominee: expect.any(Number) });
  });
});
