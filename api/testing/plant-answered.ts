import type { TestHall } from './hall.ts';

/** A report as figures of an office see it, on local days at noon: when it came, and when the office first gave an answer (never: null). */
export type PlantedReport = {
  unit: string;
  kind: 'pengaduan' | 'permintaan_informasi';
  came: string;
  promised: string;
  answered: string | null;
  /** Of a category that nobody may count, or of a demo's circle. */
  uncounted?: 'sensitive' | 'circle';
};

let made = 0;

/** For tests: reports straight in the database, with their first answers. */
export const plantAnswered = async (
  { hall }: Pick<TestHall, 'hall'>,
  reports: readonly PlantedReport[],
): Promise<void> => {
  const { sql } = hall.database;
  const rows = reports.map((one) => {
    made += 1;
    return { ticket: `SLT-Z${String(made).padStart(5, '0')}`, uncounted: null, ...one };
  });
  await sql`insert into contact (key, channel, account, address, circle)
    values ('\\x0c0a', 'telegram', 'coba', '\\x00', 'coba') on conflict do nothing`;
  await sql`
    insert into report (ticket, kind, category, unit_code, state, anonymous, confidential, channel, received_at, first_answer_due, resolve_due, reporter_id)
    select ticket, kind, case when uncounted = 'sensitive' then 'pungli' else 'lampu_jalan' end, unit,
      case when answered is null then 'diproses' else 'ditindaklanjuti' end, false, false, 'telegram',
      (came + time '12:00') at time zone 'Asia/Jakarta', promised, promised + 30,
      case when uncounted = 'circle' then (select max(id) from contact where circle = 'coba') end
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as one (ticket text, kind text, unit text, came date, promised date, answered date, uncounted text)`;
  await sql`
    insert into report_event (report_id, at, action, state, actor)
    select r.id, (one.answered + time '12:00') at time zone 'Asia/Jakarta', 'finish', 'ditindaklanjuti', 'officer'
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as one (ticket text, answered date)
      join report r on r.ticket = one.ticket where one.answered is not null`;
};
