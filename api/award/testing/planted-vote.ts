import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { PublishedScore } from '../../../bot/domain/award/published-score.ts';
import { receiptHash } from '../../../bot/domain/ballot/receipt.ts';
import { bulletinOf, polls } from '../../../bot/domain/recount/testing/election.ts';
import type { OpenHall } from '../../hall.ts';
import { hireSomebody } from '../../testing/employee.ts';

type Sql = OpenHall['database']['sql'];

export const score: PublishedScore = {
  parts: { kinerja: '90.00', disiplin: '98.50', inovasi: '82.00', perilaku: '40.00', kompetensi: '80.00' },
  total: '78.68',
  votes: { for: 18, of: 45 },
  by: 'kinerja',
};

/** A receipt that somebody holds, once the vote is planted. */
export const heldReceipt = '7K4P-Q2ZX-M09AB';

/** What stands in the rows of the result and nowhere else on the pages before it is told. */
export const hidden = ['78,68', '98,50', 'Suaranya imbang', '18 dari 45'];

const idOf = async (sql: Sql, nip: string): Promise<number> => {
  const [row] = await sql<{ id: number }[]>`select id::int as id from employee where nip = ${nip}`;
  if (!row) throw new Error('nobody was hired');
  return row.id;
};

/** Somebody named in a cycle, by an invented colleague; not yet on the ballot paper. */
export const plantNominee = async (
  sql: Sql,
  cycle: number,
  { name, unit, category = 'manajerial' }: { name: string; unit: string; category?: AwardCategory },
): Promise<number> => {
  const employee = await idOf(sql, await hireSomebody(sql, { name, unit }));
  const by = await idOf(sql, await hireSomebody(sql, { name: 'Pengusul Rahasia', unit }));
  const [row] = await sql<{ id: number }[]>`
    insert into award_nominee (cycle_id, category, employee_id, unit_code, named_at, consent, verdict, innovation)
    values (${cycle}, ${category}, ${employee}, ${unit}, now(), 'agreed', 'accepted', 'Antre tiga jam kini sepuluh menit.')
    returning id::int as id`;
  if (!row) throw new Error('nobody was named');
  await sql`insert into award_nomination (nominee_id, cycle_id, category, by_id, unit_code, value, story, at)
    values (${row.id}, ${cycle}, ${category}, ${by}, ${unit}, 'akuntabel', ${Buffer.from('sealed')}, now())`;
  return row.id;
};

/** Opens the vote: who was named stands on the paper, and of each office so many are on the roll and have voted. */
export const freezeVote = async (
  sql: Sql,
  cycle: number,
  offices: readonly { unit: string; voters: number; voted: number }[],
  category: AwardCategory = 'manajerial',
): Promise<void> => {
  await sql`update award_nominee n set paper = p.at, paper_name = p.name from (
      select m.id, e.name, row_number() over (partition by m.category order by m.id) - 1 as at
      from award_nominee m join employee e on e.id = m.employee_id where m.cycle_id = ${cycle}) p
    where p.id = n.id and n.verdict = 'accepted'`;
  for (const { unit, voters, voted } of offices)
    for (let nth = 0; nth < voters; nth += 1) {
      const nip = await hireSomebody(sql, { name: 'Pemilih', roles: ['supervisor'], unit });
      const id = await idOf(sql, nip);
      await sql`insert into award_roll (cycle_id, employee_id, nip, unit_code) values (${cycle}, ${id}, ${nip}, ${unit})`;
      if (nth < voted)
        await sql`insert into award_participation (cycle_id, category, employee_id, day)
          values (${cycle}, ${category}, ${id}, current_date)`;
    }
  await sql`update award_cycle set frozen_at = now(), roll_hash = ${'c0'.repeat(32)} where id = ${cycle}`;
  for (const hash of [receiptHash(heldReceipt), ...[0, 1, 2, 3].map((n) => String(n).repeat(64))])
    await sql`insert into award_receipt (cycle_id, category, hash) values (${cycle}, ${category}, ${hash})`;
};

/** Ends the vote and counts it; nothing is told yet. The bulletin is a real one. */
export const countVote = async (sql: Sql, cycle: number): Promise<void> => {
  await sql`update award_cycle set closed_at = now(), bulletin = ${JSON.stringify(bulletinOf('buletin', polls))}::text::jsonb where id = ${cycle}`;
  await sql`insert into award_result (nominee_id, score, place)
    select id, ${JSON.stringify(score)}::text::jsonb, paper + 1 from award_nominee where cycle_id = ${cycle} and paper is not null`;
  await sql`insert into award_minutes (cycle_id, about, category, words, at) values
    (${cycle}, 'closed', null, '{"cast":3}', now()),
    (${cycle}, 'tie', 'manajerial', ${'{"order":[0,1]}\nSuaranya imbang, <b>masa kerja</b> lebih lama.'}, now())`;
};

export const announce = (sql: Sql, cycle: number) =>
  sql`update award_cycle set announced_at = now() where id = ${cycle}`;

/** Takes the decision: who is first has won. */
export const decide = async (sql: Sql, cycle: number, number = 'SRT-2026-7K4PQ2'): Promise<void> => {
  await sql`update award_cycle set decided_at = timestamptz '2026-11-29T20:00:00Z' where id = ${cycle}`;
  await sql`update award_result set number = ${number} where place = 1 and nominee_id in (
    select id from award_nominee where cycle_id = ${cycle} and category = 'manajerial')`;
};
