import type { Sql } from 'postgres';

let count = 0;

/** An invented employee of an office, the first unless named; gives the number that `activate` is asked with. */
export const hireSomebody = async (
  sql: Sql,
  {
    name = 'Sri Wahyuni, S.E.',
    roles = [],
    active = true,
    unit,
  }: { name?: string; roles?: string[]; active?: boolean; unit?: string } = {},
): Promise<string> => {
  count += 1;
  const nip = `19850312201001${String(2000 + count)}`;
  await sql`insert into employee (nip, name, unit_code, position, kind, roles, active)
    values (${nip}, ${name}, coalesce(${unit ?? null}, (select min(code) from unit)), 'Analis Kebijakan', 'pns', ${`{${roles.join(',')}}`}::text[], ${active})`;
  return nip;
};
