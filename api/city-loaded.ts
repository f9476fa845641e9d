import type { Database } from '../db/database.ts';
import { DatabaseRefused } from '../db/embedded/index.ts';
import { NoCity } from '../db/reads/city.ts';
import { seedDemo } from '../db/seed/demo/index.ts';
import { seedCity } from '../db/seed/index.ts';
import { type HallParts, type OpenHall, openHall } from './hall.ts';

/** Opens the hall; a demo without a city gets Salatiga with its invented reports first. Throws `DatabaseRefused` where an operator must load one. */
export const cityLoaded = async (
  parts: HallParts<Database>,
  { demo }: { demo: boolean },
): Promise<OpenHall<Database>> => {
  try {
    return await openHall(parts);
  } catch (error) {
    if (!(error instanceof NoCity)) throw error;
    if (!demo)
      throw new DatabaseRefused(
        'The database holds no agency yet: run "npm run pendopo -- seed --city NAME".',
      );
    await seedCity(parts.database, 'salatiga');
    await seedDemo(parts.database, parts.seal, { until: new Date() });
    return openHall(parts);
  }
};
