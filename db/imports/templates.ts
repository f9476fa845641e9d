import { readTemplates } from '../../bot/domain/imports/templates.ts';
import { template, unit } from '../schema/index.ts';
import type { ImportKind } from './import-kind.ts';
import { kept } from './kept.ts';
import { upsert } from './upsert.ts';

/** Sentences for officers, by their key; new ones come last. */
export const templates: ImportKind = async (tx, _seal, sheet) => {
  const before = await tx.select().from(template);
  const offices = await tx.select({ code: unit.code }).from(unit);
  const { records, ...said } = readTemplates(sheet, { units: new Set(offices.map(({ code }) => code)) });
  const known = new Map(before.map((row) => [row.key, row]));
  const last = Math.max(-1, ...before.map(({ sort }) => sort));
  const fresh = records.filter(({ key }) => !known.has(key)).map(({ key }) => key);
  const rows = records.map(({ key, label, shape, words, unit_code: unitCode }) => {
    const old = known.get(key);
    return {
      key,
      label,
      shape,
      words,
      unitCode: kept(unitCode, old?.unitCode),
      sort: old?.sort ?? last + 1 + fresh.indexOf(key),
    };
  });
  return { ...said, counts: await upsert(tx, template, 'key', rows) };
};
