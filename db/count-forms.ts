import { sql } from 'drizzle-orm';
import type { Answers } from '../bot/domain/skm/elements.ts';
import type { Respondent } from '../bot/domain/skm/survey-form.ts';
import { prepared, type Runner } from './prepared.ts';

const p = sql.placeholder;

/** Keeps whoever else writes counted forms waiting until the transaction ends. */
export const alone = prepared(sql`select pg_advisory_xact_lock(hashtext('pendopo survey'))`);

/** A form that counts; `counted_on` is a local day, blanks are null or left out. */
export type CountedForm = {
  unit: string;
  service: string | null;
  counted_on: string;
  flags: readonly string[];
} & { readonly [K in keyof Answers]?: Answers[K] | null } & {
  readonly [F in keyof Respondent]?: Respondent[F] | null;
};

const insert = prepared(sql`
insert into skm_answer (unit_code, service_code, source, counted_on, persyaratan, prosedur, waktu, biaya, produk, kompetensi,
  perilaku, pengaduan, sarana, sex, age, education, work, flags)
select unit, service, ${p('source')}, counted_on, persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan,
  sarana, sex, age, education, work, array(select jsonb_array_elements_text(flags))
from jsonb_to_recordset(${p('rows')}::text::jsonb) as form (unit text, service text, counted_on date, persyaratan smallint,
  prosedur smallint, waktu smallint, biaya smallint, produk smallint, kompetensi smallint, perilaku smallint,
  pengaduan smallint, sarana smallint, sex text, age text, education text, work text, flags jsonb)
order by gen_random_uuid()`);

/** Counts forms, in an order drawn by lot. */
export const countForms = async (
  runner: Runner,
  source: 'chat' | 'paper',
  forms: readonly CountedForm[],
): Promise<void> => {
  await insert(runner, { source, rows: JSON.stringify(forms) });
};
