import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import type { Cycle } from '../../../bot/domain/award/cycle.ts';
import { smallGroup } from '../../../bot/domain/skm/hide-small.ts';
import { prepared, type Runner } from '../../prepared.ts';

const p = sql.placeholder;

/** A cycle in the list of all. */
export type PublicCycle = { code: string; title: string; decided: boolean };

const cycles = prepared<PublicCycle>(sql`
  select code, rules->>'title' as title, decided_at is not null as decided from award_cycle order by id desc`);

/** Every cycle there was, the newest first. */
export const publicCycles = (runner: Runner): Promise<PublicCycle[]> => cycles(runner, {});

const rules = prepared<{ rules: Cycle }>(sql`select rules from award_cycle where code = ${p('code')}`);

/** The rules as they were opened, of which the published hash is made. */
export const publicRules = async (runner: Runner, code: string): Promise<Cycle | undefined> =>
  (await rules(runner, { code }))[0]?.rules;

/** Whether a category of a bulletin holds ballots, but fewer than five: then its totals would tell who chose whom. */
export const fewBallots = sql.raw(`coalesce((
    select bool_or((select sum(v::int) from jsonb_array_elements_text(t->'votes') v) between 1 and ${smallGroup - 1})
    from jsonb_array_elements(bulletin->'totals') t), false)`);

const bulletin = prepared<{ text: string }>(sql`
  select bulletin::text as text from award_cycle
  where code = ${p('code')} and announced_at is not null and bulletin is not null and not ${fewBallots}`);

/** The bulletin as JSON once the result is announced. It stays text: it is some megabytes with a thousand voters. */
export const publicBulletin = async (runner: Runner, code: string): Promise<string | undefined> =>
  (await bulletin(runner, { code }))[0]?.text;

/** Hashes of the receipts of a category. */
export type PublicReceipts = { category: AwardCategory; hashes: string[] };

const receipts = prepared<{ category: AwardCategory; hashes: string }>(sql`
  select r.category, json_agg(r.hash order by r.hash)::text as hashes from award_receipt r join award_cycle c on c.id = r.cycle_id
  where c.code = ${p('code')} and c.closed_at is not null group by r.category having count(*) >= ${sql.raw(String(smallGroup))} order by 1`);

/** The receipts of every category with five or more, once the vote is closed. */
export const publicReceipts = async (runner: Runner, code: string): Promise<PublicReceipts[]> =>
  (await receipts(runner, { code })).map(({ category, hashes }) => ({
    category,
    hashes: JSON.parse(hashes) as string[],
  }));

const receipt = prepared<{ category: AwardCategory }>(sql`
  select r.category from award_receipt r join award_cycle c on c.id = r.cycle_id
  where c.code = ${p('code')} and r.hash = ${p('hash')} and c.closed_at is not null`);

/** In which category a receipt is listed, for whoever holds its code; while the vote goes on nobody is told of any. */
export const receiptListed = async (
  runner: Runner,
  code: string,
  hash: string,
): Promise<AwardCategory | undefined> => (await receipt(runner, { code, hash }))[0]?.category;
