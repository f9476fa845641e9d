import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCommittee } from '../../../bot/flows/committee/testing/committee.ts';
import { Overtaken } from '../../overtaken.ts';
import { giveMarks } from './mark.ts';
import { answerCommittee } from './reply.ts';
import { giveVerdict } from './verdict.ts';

let town: Awaited<ReturnType<typeof openCommittee>>;
beforeAll(async () => {
  town = await openCommittee();
});
afterAll(() => town.house.close());
beforeEach(() => town.clear());

const chatOf = async (name: string): Promise<{ id: number }> => {
  const [row] = await town.sql<{ id: number }[]>`
    select l.contact_id::int as id from staff_link l join employee e on e.id = l.employee_id where e.name = ${name} and l.ended_at is null`;
  return row ?? { id: 0 };
};

const accept = async (who: string, nominee: number, version = '0') => {
  const { house, sql } = town;
  const effect = { do: 'award.verdict', nominee, verdict: 'accepted', version } as const;
  return giveVerdict(
    sql,
    house.hall.seal,
    house.hall.city(),
    await chatOf(who),
    effect,
    house.hall.clock.now(),
  );
};

const mark = async (who: string, nominee: number, points: number) => {
  const { house, sql } = town;
  const marks = { masalah: points, kebaruan: points, hasil: points, keberlanjutan: points };
  const effect = { do: 'award.mark', nominee, marks } as const;
  return giveMarks(
    sql,
    house.hall.seal,
    house.hall.city(),
    await chatOf(who),
    effect,
    house.hall.clock.now(),
  );
};

describe('what a chat asks for is judged again where it is written', () => {
  test('a verdict within its phase alone, by a member alone, on whom the rules let in', async () => {
    const { names, member, nominee, until, sql } = town;
    const { id } = await names({ name: 'Rina Astuti' });
    const { id: low } = await names({ name: 'Budi Santoso', unit: 'dinas_pu', eligible: false });
    const { id: alone } = await names({ name: 'Ani Rahayu', unit: 'dinas_pu', forwarded: false });
    const { id: colleague } = await names({ name: 'Sari Dewi', unit: 'dinas_kesehatan' });
    await member();
    await until('nominasi');
    await expect(accept('Maya Panitia', id)).rejects.toThrow(Overtaken);
    await until('verifikasi');
    for (const one of [low, alone, colleague])
      await expect(accept('Maya Panitia', one)).rejects.toThrow(Overtaken);
    await expect(accept('nobody', id)).rejects.toThrow(Overtaken);
    await expect(accept('Maya Panitia', id, '1r')).rejects.toThrow(Overtaken);
    await sql`update employee set roles = '{supervisor,hr,admin}' where name = 'Maya Panitia'`;
    await expect(accept('Maya Panitia', id)).rejects.toThrow(Overtaken);
    await sql`update employee set roles = '{committee}' where name = 'Maya Panitia'`;
    await accept('Maya Panitia', id);
    expect(await nominee(id)).toMatchObject({ verdict: 'accepted' });
    await until('koreksi');
    const { id: late } = await names({ name: 'Joko Susilo', unit: 'disdukcapil' });
    await expect(accept('Maya Panitia', late)).rejects.toThrow(Overtaken);
    for (const one of [low, alone, colleague, late])
      expect(await nominee(one)).toMatchObject({ verdict: null });
  });

  test('marks within their phase alone, and never out of range', async () => {
    const { names, member, until, sql } = town;
    await until('penilaian');
    const { id } = await names({ name: 'Rina Astuti', verdict: 'accepted' });
    const { id: colleague } = await names({
      name: 'Sari Dewi',
      unit: 'dinas_kesehatan',
      verdict: 'accepted',
    });
    await member();
    for (const wrong of [26, -1, 2.5])
      await expect(mark('Maya Panitia', id, wrong)).rejects.toThrow(RangeError);
    await expect(mark('Maya Panitia', colleague, 20)).rejects.toThrow(Overtaken);
    await mark('Maya Panitia', id, 20);
    await mark('Maya Panitia', id, 25);
    await until('pemungutan_suara');
    await expect(mark('Maya Panitia', id, 0)).rejects.toThrow(Overtaken);
    expect(await sql`select nominee_id::int as nominee, masalah, keberlanjutan from award_mark`).toEqual([
      { nominee: id, masalah: 25, keberlanjutan: 25 },
    ]);
  });

  test('an answer by the nominee alone, and where something was asked', async () => {
    const { names, member, until, house, sql } = town;
    await until('penilaian');
    const { id } = await names({ name: 'Rina Astuti', verdict: 'asked', linked: true });
    await sql`update award_nominee set verdict_reason = 'Sejak kapan jalur lansia dibuka?' where id = ${id}`;
    await member();
    const answer = async (who: string) =>
      answerCommittee(
        sql,
        house.hall.seal,
        house.hall.city(),
        await chatOf(who),
        { do: 'award.reply', nominee: id, words: 'Sejak Maret.' },
        house.hall.clock.now(),
      );
    await expect(answer('Rina Astuti')).rejects.toThrow(Overtaken);
    await expect(answer('Maya Panitia')).rejects.toThrow(Overtaken);
    expect(await sql`select reply from award_nominee where id = ${id}`).toEqual([{ reply: null }]);
  });
});
