import { readUnits } from '../../bot/domain/imports/units.ts';
import { unit } from '../schema/index.ts';
import type { ImportKind } from './import-kind.ts';
import { kept } from './kept.ts';
import { upsert } from './upsert.ts';

/** Offices, by their code; what a file has no column for stays as the city has it. */
export const units: ImportKind = async (tx, _seal, sheet) => {
  const before = await tx.select().from(unit);
  const { records, ...said } = readUnits(sheet, {
    above: new Map(before.map(({ code, parentCode }) => [code, parentCode])),
  });
  const known = new Map(before.map((row) => [row.code, row]));
  const rows = records.map(({ code, name, parent_code: parent, phone, address }) => {
    const old = known.get(code);
    return {
      code,
      name,
      parentCode: kept(parent, old?.parentCode),
      phone: kept(phone, old?.phone),
      address: kept(address, old?.address),
    };
  });
  return { ...said, counts: await upsert(tx, unit, 'code', rows) };
};
