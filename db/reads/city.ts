import { sql } from 'drizzle-orm';
import type { Category } from '../../bot/domain/category.ts';
import type { Region } from '../../bot/domain/place.ts';
import type { City, Doors } from '../../bot/ports.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { agency, category, holiday, region } from '../schema/index.ts';
import { calendarOf } from './calendar.ts';

type Agency = Omit<typeof agency.$inferSelect, 'id'>;
type CategoryRow = Omit<typeof category.$inferSelect, 'sort'>;
type RegionRow = typeof region.$inferSelect;
type Day = Pick<typeof holiday.$inferSelect, 'date' | 'kind'>;

const readAgency = prepared<Agency>(sql`
select name, service, prefix, zone, to_json(locales) as locales, region, settings from agency limit 1`);

const readGroups = prepared<City['groups'][number]>(
  sql`select key, label from category_group order by sort, key`,
);

const readCategories = prepared<CategoryRow>(sql`
select key, group_key as "groupKey", label, description, office, unit_code as "unitCode", days, sensitive,
  hides_identity as "hidesIdentity", to_json(keywords) as keywords
from category order by sort, key`);

const readUnits = prepared<City['units'][number]>(sql`
select code, name, to_json(handles) as handles, region, parent_code as parent, answers from unit order by code`);

const readRegions = prepared<RegionRow>(sql`
select code, name, level, parent_code as "parentCode", lat, lng, min_lat as "minLat", max_lat as "maxLat",
  min_lng as "minLng", max_lng as "maxLng"
from region order by code`);

const readDays = prepared<Day>(sql`select date::text as date, kind from holiday order by date`);

const readDeadlines = prepared<City['deadlines'][number]>(sql`
select key, n, unit, start, legal_reference as "legalReference", confidence from deadline order by key`);

const readSynonyms = prepared<City['synonyms'][number]>(sql`select say, mean from synonym order by say`);

/** The database is migrated but serves nobody yet. */
export class NoCity extends Error {
  override name = 'NoCity';
  constructor() {
    super('the database holds no agency yet: load a city first');
  }
}

/** All that is known of the city, in one round of reads; `zone` counts where the agency names none. Throws `NoCity` before a city was loaded. */
export async function loadCity(
  { sql: runner }: { sql: Runner },
  { publicUrl, zone = 'Asia/Jakarta', doors }: { publicUrl: string; zone?: string; doors?: Doors },
): Promise<City> {
  const [agencies, groups, categories, units, regions, holidays, deadlines, synonyms] = await Promise.all([
    readAgency(runner, {}),
    readGroups(runner, {}),
    readCategories(runner, {}),
    readUnits(runner, {}),
    readRegions(runner, {}),
    readDays(runner, {}),
    readDeadlines(runner, {}),
    readSynonyms(runner, {}),
  ]);
  const [found] = agencies;
  if (!found) throw new NoCity();
  return {
    agency: { ...found, zone: found.zone ?? zone },
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

const categoryOf = (row: CategoryRow): Category => ({
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

const regionOf = (row: RegionRow): Region => {
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
