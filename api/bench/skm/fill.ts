import { randomUUID } from 'node:crypto';
import { elements } from '../../../bot/domain/skm/elements.ts';
import type { SurveyForm } from '../../../bot/domain/skm/survey-form.ts';
import type { Database } from '../../../db/database.ts';
import type { Seal } from '../../../db/sealed.ts';
import { urnPlace } from '../../../db/stores/rate-service.ts';

/** The office that is rated; everything about it is invented. */
export const office = 'bench-office';
const services = 20;
export const year = { name: '2025', length: 'year', from: '2025-01-01', until: '2025-12-31' } as const;

/** So many forms are written in one statement. */
const batch = 100_000;

/** The office and its services, each with as many users as a year may bring. */
export const openOffice = async ({ sql }: Database): Promise<void> => {
  await sql`insert into unit (code, name) values (${office}, 'Dinas Contoh')`;
  await sql`insert into service (code, unit_code, name, users)
    select 'bench-' || n, ${office}, 'Layanan ' || n, 50000 from generate_series(0, ${services - 1}::int) n`;
};

const cells = elements.map(() => 'case when random() < 0.9 then 1 + floor(random() * 4)::smallint end');

/** So many counted forms over the year, a tenth of their answers blank and one form in twenty odd, all shown. */
export const countYear = async ({ sql }: Database, answers: number): Promise<void> => {
  for (let left = answers; left > 0; left -= batch)
    await sql.unsafe(`
      insert into skm_answer (unit_code, service_code, source, counted_on, shown_on, ${elements.join(', ')}, sex, age, education, work, flags)
      select '${office}', service, 'chat', day, day, ${elements.map((element) => `a.${element}`).join(', ')}, 'P', '30-39', 'sma', 'swasta', flags
      from (
        select 'bench-' || floor(random() * ${services})::int as service, date '${year.from}' + floor(random() * 365)::int as day,
          case when random() < 0.05 then '{burst}'::text[] else '{}' end as flags,
          ${elements.map((element, at) => `${at === 0 ? '1 + floor(random() * 4)::smallint' : cells[at]} as ${element}`).join(', ')}
        from generate_series(1, ${Math.min(left, batch)})
      ) a`);
  await sql`vacuum analyze skm_answer, skm_tally`;
};

const form = (place: number): SurveyForm => ({
  answers: { persyaratan: 3, prosedur: 3, waktu: ((place % 4) + 1) as 1 | 2 | 3 | 4, biaya: 4, produk: 3 },
  respondent: { sex: place % 2 ? 'L' : 'P' },
  ...(place % 10 === 0 && { comment: 'Antrean di loket dua lama sekali pada hari Senin.' }),
});

/** So many forms in the urn, filled over the day before, and as many marks of who has rated. */
export const fillUrn = async ({ sql }: Database, seal: Seal, day: Date, forms: number): Promise<void> => {
  const rows = Array.from({ length: forms }, (_, place) => {
    const id = randomUUID();
    return {
      id,
      service: `bench-${place % services}`,
      at: new Date(day.getTime() + (place * 36_000_000) / forms).toISOString(),
      sealed: seal.seal('survey', urnPlace(id), JSON.stringify(form(place))).toString('base64'),
      mark: seal.hash('skm', String(place)).toString('base64'),
    };
  });
  await sql`
    insert into skm_urn (id, kind, service_code, at, sealed)
    select id, 'survey', service, at, decode(sealed, 'base64')
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as one (id uuid, service text, at timestamptz, sealed text)`;
  await sql`
    insert into skm_mark (hash, ends) select decode(mark, 'base64'), ${year.until}::date
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as one (mark text)`;
};
