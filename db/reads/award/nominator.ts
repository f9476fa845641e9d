import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { headOf } from '../../../bot/domain/award/head-of.ts';
import { officeOf } from '../../../bot/domain/office.ts';
import type { HouseAction } from '../../../bot/domain/permissions/action.ts';
import { mayAny } from '../../../bot/domain/permissions/may-any.ts';
import { isGranted } from '../../../bot/domain/permissions/verdict.ts';
import { hatsOf, type StaffRole } from '../../../bot/domain/roles.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { type Speaker, speakerOf } from '../training/speaker.ts';

const p = sql.placeholder;

/** Whoever a chat speaks as, with their hats, the office of their unit, and the one that they head. */
export type Nominator = Speaker & { hats: StaffRole[]; office: string; heads: string | null };

const countThere = prepared<{ count: number }>(
  sql`select count(*)::int as count from employee where active and unit_code = ${p('unit')} and id = any(${p('above')}::bigint[])`,
);

export const nominatorOf = async (
  runner: Runner,
  { units, categories }: Pick<City, 'units' | 'categories'>,
  contact: number,
): Promise<Nominator | undefined> => {
  const me = await speakerOf(runner, contact);
  if (!me) return undefined;
  const { unit, above } = me;
  const hats = hatsOf({ ...me, active: true });
  const office = officeOf(unit, units, categories);
  const [there] = await countThere(runner, { unit, above });
  const heads = headOf({ unit, office, hats, superiorsThere: there?.count ?? 0 });
  return { ...me, hats, office, heads };
};

/** Whether the table of the house lets somebody do this about people of their own office, or of another. */
export const mayInAward = (
  { hats }: Pick<Nominator, 'hats'>,
  action: HouseAction,
  on: 'own' | 'other' = 'own',
): boolean =>
  isGranted(
    mayAny(
      hats.map((role) => ({ role, on })),
      action,
    ),
  );

const findMade = prepared<{ category: AwardCategory }>(sql`
select category from award_nomination where cycle_id = ${p('cycle')}::bigint and by_id = ${p('by')}::bigint and not void`);

/** The categories in which somebody's word is given and was not handed back. */
export const nominatedIn = async (
  runner: Runner,
  { cycle, by }: { cycle: number; by: number },
): Promise<AwardCategory[]> => (await findMade(runner, { cycle, by })).map(({ category }) => category);
