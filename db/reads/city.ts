import { asc } from 'drizzle-orm';
import type { Category } from '../../bot/domain/category.ts';
import type { Region } from '../../bot/domain/place.ts';
import type { City, Doors } from '../../bot/ports.ts';
import type { Database } from '../database.ts';
import {
  agency,
  category,
  categoryGroup,
  deadline,
  holiday,
  region,
  synonym,
  unit,
} from '../schema/index.ts';
import { calendarOf } from './calendar.ts';

/** The database is migrated but serves nobody yet. */
export class NoCity extends Error {
  override name = 'NoCity';
  constructor() {
    super('the database holds no agency yet: load a city first');
  }
}

/** All that is known of the city, in one round of reads; `zone` counts where the agency names none. Throws `NoCity` before a city was loaded. */
export async function loadCity(
  { db }: Pick<Database, 'db'>,
  { publicUrl, zone = 'Asia/Jakarta', doors }: { publicUrl: string; zone?: string; doors?: Doors },
): Promise<City> {
  const [agencies, groups, categories, units, regions, holidays, deadlines, synonyms] = await Promise.all([
    db.select().from(agency).limit(1),
    db
      .select({ key: categoryGroup.key, label: categoryGroup.label })
      .from(categoryGroup)
      .orderBy(asc(categoryGroup.sort), asc(categoryGroup.key)),
    db.select().from(category).orderBy(asc(category.sort), asc(category.key)),
    db
      .select({
        code: unit.code,
        name: unit.name,
        handles: unit.handles,
        region: unit.region,
        parent: unit.parentCode,
        answers: unit.answers,
      })
      .from(unit)
      .orderBy(asc(unit.code)),
    db.select().from(region).orderBy(asc(region.code)),
    db.select({ date: holiday.date, kind: holiday.kind }).from(holiday).orderBy(asc(holiday.date)),
    db.select().from(deadline).orderBy(asc(deadline.key)),
    db.select().from(synonym).orderBy(asc(synonym.say)),
  ]);
  const [found] = agencies;
  if (!found) throw new NoCity();
  const { id: _, ...own } = found;
  return {
    agency: { ...own, zone: own.zone ?? zone },
    groups,
    categories: categories.map(categoryOf),
    units,
    regions: regions.map(regionOf),
    calendar: calendarOf(holidays),
    deadlines,
    synonyms,
    publicUrl,
    ...(doors && { doors }),
  };
}

const categoryOf = (row: typeof category.$inferSelect): Category => ({
  key: row.key,
  group: row.groupKey,
  label: row.label,
  ...(row.description !== null && { description: row.description }),
  office: row.office,
  ...(row.unitCode !== null && { unitCode: row.unitCode }),
  deadlineWorkingDays: row.days,
  sensitive: row.sensitive,
  ...(row.hidesIdentity && { identity: 'never_shown' as const }),
  keywords: row.keywords,
});

const regionOf = (row: typeof region.$inferSelect): Region => {
  const { code, name, level, parentCode, lat, lng, minLat, maxLat, minLng, maxLng } = row;
  const boxed = minLat !== null && maxLat !== null && minLng !== null && maxLng !== null;
  return {
    code,
    name,
    level,
    parent: parentCode,
    centre: lat !== null && lng !== null ? { lat, lon: lng } : null,
    box: boxed ? { minLat, maxLat, minLon: minLng, maxLon: maxLng } : null,
  };
};
