import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import { officeOf } from '../../bot/domain/office.ts';
import { changeWords, covered, unitsHearing } from '../../bot/domain/skm/survey-change.ts';
import { withoutEmployees } from '../../bot/domain/without-employees.ts';
import type { City } from '../../bot/ports.ts';
import { commentPlace } from '../keep-comments.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';

const p = sql.placeholder;

type Row = { id: string; service: string | null; sealed: Uint8Array; all: number };

const findComments = prepared<Row>(sql`
select id, service_code as service, sealed, count(*) over ()::int as all from skm_comment
where unit_code = ${p('unit')} and not told and week < ${p('monday')}::date order by week desc, id limit ${p('most')}::int`);

const findNames = prepared<{ name: string }>(
  sql`select name from employee where unit_code = any(${p('units')}::text[])`,
);

/** What does not open is passed over: it is for an operator to find out why. */
const opened = (seal: Seal, { id, sealed }: Row): string[] => {
  try {
    return [seal.open('survey', commentPlace(id), sealed)];
  } catch {
    return [];
  }
};

/**
 * What people wrote about a unit in the weeks before a Monday and nobody has told it yet, the newest first and each on one
 * line, cleaned once more: also of the names of whoever works in that office. `more`: how many there are beside these.
 */
export const untoldComments = async (
  runner: Runner,
  seal: Seal,
  { units, categories }: Pick<City, 'units' | 'categories'>,
  asked: { unit: string; monday: LocalDate; most: number },
): Promise<{ comments: { id: string; service: string | null; words: string }[]; more: number }> => {
  const rows = await findComments(runner, asked);
  const theirs = unitsHearing(officeOf(asked.unit, units, categories), units, categories);
  const names = rows.length > 0 ? await findNames(runner, { units: [...theirs, asked.unit] }) : [];
  const people = names.map(({ name }) => name);
  const cleaned = (comment: string): string =>
    withoutEmployees(changeWords(comment.replace(/\s+/g, ' ')).text, people, covered);
  return {
    more: (rows[0]?.all ?? 0) - rows.length,
    comments: rows.flatMap((row) =>
      opened(seal, row).map((comment) => ({ id: row.id, service: row.service, words: cleaned(comment) })),
    ),
  };
};
