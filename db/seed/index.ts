import type { Database } from '../database.ts';
import {
  agency,
  category,
  categoryGroup,
  deadline,
  holiday,
  region,
  synonym,
  template,
  unit,
} from '../schema/index.ts';
import { type CityName, categoriesSeed, cities, synonymsSeed } from './cities.ts';
import { agencyRow, holidayRows, regionRows, unitRows } from './city-rows.ts';
import { categoryRows, groupRows } from './common-rows.ts';
import type { Progress } from './progress.ts';
import { seedLock } from './seed-lock.ts';
import { seedModules } from './seed-modules.ts';
import { templateRows } from './template-rows.ts';

export { type CityName, cityNames } from './cities.ts';

/** The database already serves another government: one agency, one database. */
export class OtherAgency extends Error {
  override name = 'OtherAgency';
  constructor(present: string, wanted: string) {
    super(`this database serves ${present}; load ${wanted} into a database of its own`);
  }
}

/**
 * Gives a migrated database what a city starts with, all or nothing. Only rows that are missing are added: what the
 * operator changed or added stays, so it may run at every start. `offices: 'off'` leaves it to the operator to switch them
 * on one by one. Throws `OtherAgency` over another government.
 */
export async function seedCity(
  { db }: Pick<Database, 'db'>,
  city: CityName,
  { progress = () => {}, offices: standing = 'on' }: { progress?: Progress; offices?: 'on' | 'off' } = {},
): Promise<void> {
  const seed = cities[city];
  await db.transaction(async (tx) => {
    await tx.execute(seedLock);
    const [present] = await tx.select({ name: agency.name, region: agency.region }).from(agency);
    if (present && present.region !== seed.agency.regionCode) {
      throw new OtherAgency(present.name, seed.agency.name);
    }
    await tx.insert(agency).values(agencyRow(seed)).onConflictDoNothing();

    const offices = unitRows(seed).map((row) => ({ ...row, answers: standing === 'on' }));
    await tx.insert(unit).values(offices).onConflictDoNothing();
    progress('offices', offices.length);

    const categories = categoryRows();
    await tx.insert(categoryGroup).values(groupRows()).onConflictDoNothing();
    await tx.insert(category).values(categories).onConflictDoNothing();
    await tx
      .insert(deadline)
      .values([...categoriesSeed.deadlines])
      .onConflictDoNothing();
    await tx
      .insert(synonym)
      .values([...synonymsSeed.synonyms])
      .onConflictDoNothing();
    progress('categories', categories.length);
    await tx.insert(template).values(templateRows()).onConflictDoNothing();

    const regions = regionRows(seed);
    await tx.insert(region).values(regions).onConflictDoNothing();
    progress('regions', regions.length);

    const holidays = holidayRows();
    await tx.insert(holiday).values(holidays).onConflictDoNothing();
    progress('holidays', holidays.length);
    progress('modules', await seedModules(tx));
  });
}
