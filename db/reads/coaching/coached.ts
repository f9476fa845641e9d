import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import { prepared, type Runner } from '../../prepared.ts';

const find = prepared<{ unit: string; element: string }>(sql`
select unit_code as unit, element from coaching_proposal where on_day >= ${sql.placeholder('since')}::date`);

/** What offices have a goal for since a local day, each as its code and the element. */
export const coachedSince = async (runner: Runner, since: LocalDate): Promise<ReadonlySet<string>> =>
  new Set((await find(runner, { since })).map(({ unit, element }) => `${unit} ${element}`));
