import type { Sql } from 'postgres';
import { hireSomebody } from '../../testing/employee.ts';

/** A training on the shelf, days as local dates. */
export const plantCourse = (
  sql: Sql,
  {
    code,
    title = `Pelatihan ${code}`,
    provider = 'BPSDM Provinsi Jawa Tengah',
    startsOn = null,
    endsOn = null,
    registerBy = null,
    completeBy = null,
    quota = null,
    sponsor = null,
    url = null,
    place = null,
  }: {
    code: string;
    title?: string;
    provider?: string;
    startsOn?: string | null;
    endsOn?: string | null;
    registerBy?: string | null;
    completeBy?: string | null;
    quota?: number | null;
    sponsor?: string | null;
    url?: string | null;
    place?: string | null;
  },
) => sql`
  insert into training (code, title, provider, form, jp, starts_on, ends_on, register_by, complete_by, quota, sponsor, url, place, listed_on)
  values (${code}, ${title}, ${provider}, 'bimtek', 850, ${startsOn}, ${endsOn}, ${registerBy}, ${completeBy}, ${quota}, ${sponsor}, ${url}, ${place}, '2026-01-05')`;

/** So many invented people of whom each is registered for a training; `done`: and has finished it. Gives their names. */
export const plantLearners = async (
  sql: Sql,
  code: string,
  count: number,
  { done = false }: { done?: boolean } = {},
): Promise<string[]> => {
  const names: string[] = [];
  for (let nth = 1; nth <= count; nth++) {
    const name = `Pegawai ${code} ${nth}`;
    const nip = await hireSomebody(sql, { name });
    await sql`insert into enrolment (employee_id, training_code, state, source, since, changed_at, attended_on, finished_on)
      select id, ${code}, 'registered', 'office', '2026-01-06', now(), '2026-02-01', ${done ? '2026-02-02' : null} from employee where nip = ${nip}`;
    names.push(name);
  }
  return names;
};
