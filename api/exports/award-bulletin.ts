import { newestBulletin } from '../../db/reads/award/bulletin.ts';
import type { Asked, Made } from './export-kind.ts';

/** The bulletin of the newest cycle that was counted, up to the year in which the period ends, as JSON: all that a recount needs. */
export const awardBulletin = async ({ runner, period }: Asked): Promise<Made> => {
  const bulletin = await newestBulletin(runner, Number(period.until.slice(0, 4)));
  if (!bulletin) return { refused: 'No award is counted yet: there is a bulletin after "award tally".' };
  const bytes = new TextEncoder().encode(`${JSON.stringify(bulletin)}\n`);
  return { files: [{ name: `award-${bulletin.cycle}.json`, bytes }], data: bulletin };
};
