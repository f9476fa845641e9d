import { sql } from 'drizzle-orm';
import type { AwardCategory } from '../../../bot/domain/award/award-category.ts';
import { phaseEnds } from '../../../bot/domain/award/award-now.ts';
import type { ReceiptLook } from '../../../bot/domain/award/vote-view.ts';
import { receiptHash } from '../../../bot/domain/ballot/receipt.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { currentAward } from './current.ts';

/** Receipts of rounds that are closed; before that nobody is told of any. */
const findReceipt = prepared<{ category: AwardCategory; title: string }>(sql`
select r.category, c.rules ->> 'title' as title from award_receipt r join award_cycle c on c.id = r.cycle_id
where r.hash = ${sql.placeholder('hash')} and c.closed_at is not null`);

/** Whether a receipt is listed; while a vote is under way nobody hears more than that the list comes at its end. */
export const receiptLook = async (
  runner: Runner,
  { agency }: Pick<City, 'agency'>,
  { code, now }: { code: string; now: Date },
): Promise<ReceiptLook> => {
  const [found] = await findReceipt(runner, { hash: receiptHash(code) });
  if (found) return { is: 'listed', ...found };
  const award = await currentAward(runner, now, agency.zone);
  if (award?.frozen && !award.closed) return { is: 'later', until: phaseEnds(award, 'pemungutan_suara') };
  return { is: 'unlisted' };
};
