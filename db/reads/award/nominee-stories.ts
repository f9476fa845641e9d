import { sql } from 'drizzle-orm';
import type { CoreValue } from '../../../bot/domain/award/berakhlak.ts';
import type { Told } from '../../../bot/domain/award/nomination-reads.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';

/** Where a story is sealed. */
export const storyPlace = (nominee: number, by: number): string => `nomination|${nominee}|${by}`;

type Row = { nominee: number; by: number; value: CoreValue; story: string };

const findStories = prepared<Row>(sql`
select nominee_id::int as nominee, by_id::int as by, value, encode(story, 'base64') as story
from award_nomination where nominee_id = any(${sql.placeholder('nominees')}::bigint[]) and not void order by nominee_id, md5(story)`);

/** Stories by nominee, in an order that does not say who told them; those whose word was handed back are left out. */
export const nomineeStories = async (
  runner: Runner,
  seal: Seal,
  nominees: readonly number[],
): Promise<Map<number, Told[]>> => {
  const told = new Map<number, Told[]>();
  for (const { nominee, by, value, story } of await findStories(runner, { nominees })) {
    const words = seal.open('award', storyPlace(nominee, by), Buffer.from(story, 'base64'));
    told.set(nominee, [...(told.get(nominee) ?? []), { value, story: words }]);
  }
  return told;
};
