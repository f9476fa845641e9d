import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { openItems } from '../../../bot/domain/training/help-needed.ts';
import type { OpenKindWord } from '../../../bot/domain/training/kind-word.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { readLearners } from './learners.ts';

const p = sql.placeholder;

/** How a letter with a kind word is known; its words are found when it is sent. */
export const kindWordKey = (employee: number, item: string, day: string): string =>
  `kind-word:${employee}:${item}:${day}`;

const findWords = prepared<{ letter: number; employee: number; item: string; leads: boolean }>(sql`
select l.id::int as letter, w.employee_id::int as employee, w.item, coalesce('supervisor' = any(b.roles), false) as leads
from letter l join lateral (
  select employee_id, item, by_id from kind_word where employee_id = split_part(l.dedupe, ':', 2)::bigint
    and starts_with(l.dedupe, 'kind-word:' || employee_id || ':' || item || ':') order by at desc limit 1) w on true
  left join employee b on b.id = w.by_id
where l.id = any(${p('letters')}::bigint[]) and l.dedupe like 'kind-word:%'`);

/** Which of these letters are kind words, and what each is about as it stands now; those about what is done meanwhile are left out. */
export const openKindWords = async (
  runner: Runner,
  city: City,
  letters: readonly number[],
  now: Date,
): Promise<OpenKindWord[]> => {
  const words = await findWords(runner, { letters });
  if (words.length === 0) return [];
  const today = localDate(now, city.agency.zone);
  const employees = [...new Set(words.map(({ employee }) => employee))];
  const learners = new Map(
    (await readLearners(runner, city, { employees, now })).map((one) => [one.record.employee, one]),
  );
  return words.flatMap(({ letter, employee, item: key, leads }): OpenKindWord[] => {
    const learner = learners.get(employee);
    const item = learner && openItems(learner.items, today).find((one) => one.key === key);
    if (!item) return [];
    const { kind, due, reason } = item;
    const { verified, duty } = learner.standing;
    return [
      { letter, from: leads ? 'supervisor' : 'hr', kind, key, about: reason.about, due, verified, duty },
    ];
  });
};
