import { sql } from 'drizzle-orm';
import { type RespondentField, respondentFields } from '../../bot/domain/skm/survey-form.ts';
import type { Period } from '../../bot/domain/skm/survey-period.ts';
import { prepared, type Runner } from '../prepared.ts';

const p = sql.placeholder;

/**
 * How many of each group answered; those who left a field empty are in none of its groups. `forms`: of how many forms that
 * was read; fewer than the index has where some are already gone by age (`db/retention/of-survey.ts`).
 */
export type Respondents = {
  forms: number;
  groups: {
    readonly [F in RespondentField]: { readonly [G in (typeof respondentFields)[F][number]]: number };
  };
};

const grouped = prepared<{ field: RespondentField | 'form'; value: string; people: number }>(sql`
with counted as (
  select sex, age, education, work from skm_answer
  where counted_on between ${p('from')}::date and ${p('until')}::date and unit_code = ${p('unit')}
    and (${p('service')}::text is null or service_code = ${p('service')}::text)
)
select field, value, count(*)::int as people
from counted, lateral (values ('form', ''), ('sex', sex), ('age', age), ('education', education), ('work', work)) said (field, value)
where value is not null group by field, value`);

/** Who answered about an office, or one of its services, in a period. Small groups are in it: `hideSmall` says what of it may be printed. */
export const skmRespondents = async (
  runner: Runner,
  { period, unit, service }: { period: Pick<Period, 'from' | 'until'>; unit: string; service: string | null },
): Promise<Respondents> => {
  const rows = await grouped(runner, { from: period.from, until: period.until, unit, service });
  const people = new Map(rows.map((row) => [`${row.field} ${row.value}`, row.people]));
  const fields = Object.keys(respondentFields) as RespondentField[];
  return {
    forms: people.get('form ') ?? 0,
    groups: Object.fromEntries(
      fields.map((field) => [
        field,
        Object.fromEntries(
          respondentFields[field].map((value) => [value, people.get(`${field} ${value}`) ?? 0]),
        ),
      ]),
    ) as Respondents['groups'],
  };
};
