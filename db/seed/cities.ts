import categoriesJson from './data/categories.json' with { type: 'json' };
import lebong from './data/lebong.json' with { type: 'json' };
import pematangsiantar from './data/pematangsiantar.json' with { type: 'json' };
import salatiga from './data/salatiga.json' with { type: 'json' };
import sawahlunto from './data/sawahlunto.json' with { type: 'json' };
import synonymsJson from './data/synonyms.json' with { type: 'json' };
import type { CategoriesSeed, CitySeed, SynonymsSeed } from './data/types.ts';

/** The four cities whose data come with Pendopo. */
export const cityNames = ['salatiga', 'sawahlunto', 'pematangsiantar', 'lebong'] as const;
export type CityName = (typeof cityNames)[number];

/** What each starts with; every value is a default that the city changes in its own database. */
export const cities = { salatiga, sawahlunto, pematangsiantar, lebong } as Record<CityName, CitySeed>;

/** What every city starts with. */
export const categoriesSeed = categoriesJson as CategoriesSeed;
export const synonymsSeed = synonymsJson as SynonymsSeed;
