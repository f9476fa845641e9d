import type { AwardCategory } from '../../bot/domain/award/award-category.ts';
import type { Cycle } from '../../bot/domain/award/cycle.ts';
import type { Predicate } from '../../bot/domain/award/predicate.ts';
import { type PlantedAward, plantAward, untilPhase } from './award.ts';
import { hireSomebody } from './employee.ts';
import type { TestHall } from './hall.ts';

/** A candidate as the files and the committee know them; `marks`: of one member, line by line; `jp` in whole hours. */
export type PlantedCandidate = {
  name: string;
  votes: number;
  predicates: readonly [last: Predicate, before: Predicate];
  attendance: string;
  marks: readonly [number, number, number, number];
  jp: number;
  serviceFrom?: string;
  category?: AwardCategory;
  unit?: string;
  /** Somebody who is employed already, with a chat perhaps. */
  employee?: number;
};

const idOf = async ({ hall }: TestHall, nip: string): Promise<number> =>
  (await hall.database.sql<{ id: number }[]>`select id::int as id from employee where nip = ${nip}`)[0]?.id ??
  0;

/** The employee that a name belongs to. */
export const employeeNamed = async ({ hall }: TestHall, name: string): Promise<number> =>
  (
    await hall.database.sql<
      { id: number }[]
    >`select id::int as id from employee where name = ${name} order by id desc limit 1`
  )[0]?.id ?? 0;

const plantCandidate = async (
  house: TestHall,
  { id: cycle, cycle: { year } }: PlantedAward,
  one: PlantedCandidate & { category: AwardCategory; paper: number; marker: number },
): Promise<number> => {
  const { sql } = house.hall.database;
  const now = house.hall.clock.now().toISOString();
  const unit = one.unit ?? 'dinas_kesehatan';
  const employee = one.employee ?? (await idOf(house, await hireSomebody(sql, { name: one.name, unit })));
  const [row] = await sql<{ id: number }[]>`
    insert into award_nominee (cycle_id, category, employee_id, unit_code, named_at, consent, consent_at, saw_record_at, verdict, paper, paper_name)
    values (${cycle}, ${one.category}, ${employee}, ${unit}, ${now}, 'agreed', ${now}, ${now}, 'accepted', ${one.paper}, ${one.name})
    returning id::int as id`;
  const nominee = row?.id ?? 0;
  const [last, before] = one.predicates;
  await sql`insert into personnel_record (employee_id, year, predicate) values (${employee}, ${year - 2}, ${before})`;
  await sql`insert into personnel_record (employee_id, year, predicate) values (${employee}, ${year - 1}, ${last})`;
  await sql`insert into personnel_record (employee_id, year, attendance, discipline_clear, service_from)
    values (${employee}, ${year}, ${one.attendance}, true, ${one.serviceFrom ?? '2015-03-01'})`;
  await sql`insert into certificate (employee_id, title, provider, jp, date, source, status, sent_at)
    values (${employee}, 'Pelatihan', 'BKPSDM', ${one.jp * 100}, ${`${year}-03-04`}, 'file', 'sah', ${now})`;
  const [a, b, c, d] = one.marks;
  await sql`insert into award_mark (nominee_id, by_id, masalah, kebaruan, hasil, keberlanjutan, at)
    values (${nominee}, ${one.marker}, ${a}, ${b}, ${c}, ${d}, ${now})`;
  return nominee;
};

/** Opens a cycle whose vote has been counted: candidates, a roll of so many people, and the totals of the bulletin; gives the nominees' numbers by name. */
export const countedAward = async (
  house: TestHall,
  candidates: readonly PlantedCandidate[],
  {
    roll = 60,
    blank = 0,
    ...change
  }: Partial<Omit<Cycle, 'phases'>> & { roll?: number; blank?: number } = {},
): Promise<{ award: PlantedAward; nominees: ReadonlyMap<string, number> }> => {
  const { sql } = house.hall.database;
  const award = await plantAward(house.hall, change);
  await untilPhase(house.hall, award, 'rekap');
  const marker = await idOf(house, await hireSomebody(sql, { name: 'Anggota Panitia', unit: 'inspektorat' }));
  const by = Map.groupBy(candidates, ({ category = 'pelaksana' }) => category);
  const nominees = new Map<string, number>();
  for (const [category, all] of by)
    for (const [paper, one] of all.entries())
      nominees.set(one.name, await plantCandidate(house, award, { ...one, category, paper, marker }));
  await sql`insert into employee (nip, name, unit_code, position, kind)
    select 'pemilih-' || ${award.id}::text || '-' || n, 'Pemilih ' || n, (select min(code) from unit), 'Kepala Seksi', 'other'
    from generate_series(1, ${roll}) n`;
  await sql`insert into award_roll (cycle_id, employee_id, nip, unit_code)
    select ${award.id}, id, nip, unit_code from employee where nip like ${`pemilih-${award.id}-%`}`;
  const bulletin = {
    totals: [...by].map(([category, all]) => ({
      category,
      votes: [...all.map(({ votes }) => votes), blank],
    })),
  };
  const now = house.hall.clock.now().toISOString();
  await sql`update award_cycle set frozen_at = ${now}, roll_hash = 'r', closed_at = ${now}, bulletin = ${JSON.stringify(bulletin)}::text::jsonb
    where id = ${award.id}`;
  return { award, nominees };
};

/** The worked example of `award.md`: most votes (Budi) do not mean the first place. */
export const workedExample = [
  {
    name: 'Ani Lestari',
    votes: 18,
    predicates: ['sangat_baik', 'baik'],
    attendance: '98.50',
    marks: [21, 21, 20, 20],
    jp: 32,
  },
  {
    name: 'Budi Raharjo',
    votes: 20,
    predicates: ['sangat_baik', 'sangat_baik'],
    attendance: '96.00',
    marks: [18, 18, 17, 17],
    jp: 20,
  },
  {
    name: 'Citra Dewi',
    votes: 7,
    predicates: ['sangat_baik', 'baik'],
    attendance: '100.00',
    marks: [23, 23, 22, 22],
    jp: 45,
  },
] as const satisfies readonly PlantedCandidate[];
