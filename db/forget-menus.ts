import { sql } from 'drizzle-orm';
import { openPapers, sealPapers } from './papers.ts';
import { prepared, type Runner } from './prepared.ts';
import type { Seal } from './sealed.ts';

const p = sql.placeholder;

/** Who wrote between two instants and has papers; held against whoever writes them now. */
const written = prepared<{ contact: number; sealed: Uint8Array }>(sql`
select contact_id::int as contact, sealed from talk
where sealed is not null and spoke_at > ${p('from')}::timestamptz and spoke_at <= ${p('until')}::timestamptz for update`);

const write = prepared(sql`
update talk set sealed = ${p('sealed')}, revision = revision + 1 where contact_id = ${p('contact')}::bigint`);

/** The choices under the thanks for a survey: which of them stand there tells whether somebody was content. */
const ofSurvey = /^go:skm-/;

/** Empties the menus that surveys left with people who have not written since. Gives how many. */
export const forgetMenus = async (
  runner: Runner,
  seal: Seal,
  { from, until }: { from: string; until: string },
): Promise<number> => {
  let emptied = 0;
  for (const { contact, sealed } of await written(runner, { from, until })) {
    const papers = openPapers(seal, contact, sealed);
    if (!papers.menu.some(({ id }) => ofSurvey.test(id))) continue;
    await write(runner, { contact, sealed: sealPapers(seal, contact, { ...papers, menu: [] }) });
    emptied += 1;
  }
  return emptied;
};
