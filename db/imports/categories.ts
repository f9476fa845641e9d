import { type CategoryRecord, readCategories } from '../../bot/domain/imports/categories.ts';
import { category, categoryGroup, unit } from '../schema/index.ts';
import type { ImportKind } from './import-kind.ts';
import { upsert } from './upsert.ts';

type Row = typeof category.$inferSelect;

/** Until a city says otherwise: the group of what is left over, and the working days of most categories. */
const group = { key: 'lain', label: 'Lainnya', sort: 99 };
const usualDays = 14;

const rowOf = (one: CategoryRecord, old: Row | undefined, sort: number): Row => ({
  key: one.key,
  groupKey: old?.groupKey ?? group.key,
  label: one.label,
  description: old?.description ?? null,
  office: old?.office ?? one.unit_code,
  unitCode: one.unit_code,
  days: one.days ?? old?.days ?? usualDays,
  sensitive: one.sensitive ?? old?.sensitive ?? 'none',
  hidesIdentity: old?.hidesIdentity ?? false,
  keywords: [...(one.keywords ?? old?.keywords ?? [])],
  sort: old?.sort ?? sort,
});

/** What reports can be about, by key. A new category comes last, under the group of what is left over. */
export const categories: ImportKind = async (tx, _seal, sheet) => {
  const before = await tx.select().from(category);
  const offices = await tx.select({ code: unit.code }).from(unit);
  const { records, ...said } = readCategories(sheet, { units: new Set(offices.map(({ code }) => code)) });
  const known = new Map(before.map((row) => [row.key, row]));
  const last = Math.max(-1, ...before.map(({ sort }) => sort));
  const fresh = records.filter(({ key }) => !known.has(key)).map(({ key }) => key);
  if (fresh.length > 0) await tx.insert(categoryGroup).values(group).onConflictDoNothing();
  const rows = records.map((one) => rowOf(one, known.get(one.key), last + 1 + fresh.indexOf(one.key)));
  return { ...said, counts: await upsert(tx, category, 'key', rows) };
};
