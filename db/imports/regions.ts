import { byCode, readRegions } from '../../bot/domain/imports/regions.ts';
import { region } from '../schema/index.ts';
import type { ImportKind } from './import-kind.ts';
import { kept } from './kept.ts';
import { upsert } from './upsert.ts';

/** Parts of the region, by their code, which also says level and parent where the file does not. */
export const regions: ImportKind = async (tx, _seal, sheet) => {
  const before = await tx.select().from(region);
  const known = new Map(before.map((row) => [row.code, row]));
  const { records, ...rest } = readRegions(sheet, { known: new Set(known.keys()) });
  const rows = records.map(({ code, name, level, parent_code: parent, ...at }) => {
    const old = known.get(code);
    const own = byCode(code);
    return {
      code,
      name,
      level: level ?? own.level,
      parentCode: parent ?? own.parent,
      lat: kept(at.lat, old?.lat),
      lng: kept(at.lng, old?.lng),
      minLat: kept(at.min_lat, old?.minLat),
      maxLat: kept(at.max_lat, old?.maxLat),
      minLng: kept(at.min_lng, old?.minLng),
      maxLng: kept(at.max_lng, old?.maxLng),
    };
  });
  return { ...rest, counts: await upsert(tx, region, 'code', rows) };
};
