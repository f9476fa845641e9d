import type { category, categoryGroup } from '../schema/index.ts';
import { categoriesSeed } from './cities.ts';

export const groupRows = (): (typeof categoryGroup.$inferInsert)[] =>
  categoriesSeed.groups.map(({ key, label }, sort) => ({ key, label, sort }));

/** `unitCode` stays empty: which office answers is found by its kind (`unitFor`) until the city names one. */
export const categoryRows = (): (typeof category.$inferInsert)[] =>
  categoriesSeed.categories.map((one, sort) => ({
    key: one.key,
    groupKey: one.group,
    label: one.label,
    description: one.description ?? null,
    office: one.office,
    days: one.deadlineWorkingDays,
    sensitive: one.sensitive,
    hidesIdentity: one.identity === 'never_shown',
    keywords: [...one.keywords],
    sort,
  }));
