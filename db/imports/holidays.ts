import { readHolidays } from '../../bot/domain/imports/holidays.ts';
import { holiday } from '../schema/index.ts';
import type { ImportKind } from './import-kind.ts';
import { upsert } from './upsert.ts';

/** Days without work, by their date. */
export const holidays: ImportKind = async (tx, _seal, sheet) => {
  const { records, ...said } = readHolidays(sheet);
  return { ...said, counts: await upsert(tx, holiday, 'date', records) };
};
