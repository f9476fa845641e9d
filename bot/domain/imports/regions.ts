import { between, oneOf, words } from './cells.ts';
import { type Cell, optional, type RecordOf, required } from './column.ts';
import { because, type Fault } from './fault.ts';
import { type Finding, findingOf } from './finding.ts';
import { type Line, readSheet, type Sheet } from './read-sheet.ts';
import { onlyOnce } from './rows-agree.ts';

const levels = ['kabkota', 'kecamatan', 'kelurahan', 'desa'] as const;

/** Codes of Permendagri 72/2019: regency or city, district, then a kelurahan (1...) or a desa (2...). */
const regionCode = (text: string): Cell<string> =>
  /^\d{2}\.\d{2}(\.\d{2}(\.[12]\d{3})?)?$/.test(text) ? { value: text } : { reason: because('region-code') };

const latitude = between(-90, 90);
const longitude = between(-180, 180);

const columns = {
  code: required(regionCode),
  name: required(words(120)),
  level: optional(oneOf(levels), null),
  parent_code: optional(regionCode, null),
  lat: optional(latitude, null),
  lng: optional(longitude, null),
  min_lat: optional(latitude, null),
  max_lat: optional(latitude, null),
  min_lng: optional(longitude, null),
  max_lng: optional(longitude, null),
};

type RegionLine = Line<typeof columns>;
export type RegionRecord = RecordOf<typeof columns>;

/** What a code says of itself, for cells that do not: the level, and the region it lies in; a province is none of ours. */
export const byCode = (code: string): { level: (typeof levels)[number]; parent: string | null } => {
  const parts = code.split('.');
  const parent = parts.length > 2 ? parts.slice(0, -1).join('.') : null;
  if (parts.length === 2) return { level: 'kabkota', parent };
  if (parts.length === 3) return { level: 'kecamatan', parent };
  return { level: parts[3]?.startsWith('1') ? 'kelurahan' : 'desa', parent };
};

const sides = [
  ['min_lat', 'max_lat'],
  ['min_lng', 'max_lng'],
] as const;

/** A box with its sides the wrong way round holds no place at all. */
const boxFaults = ({ row, texts, values }: RegionLine): Fault[] =>
  sides.flatMap(([low, high]) => {
    const [min, max] = [values[low] ?? null, values[high] ?? null];
    if (min === null || max === null || min < max) return [];
    return [{ row, column: high, value: texts[high] ?? '', reason: because('box', { label: low }) }];
  });

/** Parts of the region; `known` are the codes known before. A parent may stand in any row of the file. */
export const readRegions = (
  sheet: Sheet,
  { known }: { known: ReadonlySet<string> },
): Finding<RegionRecord> => {
  const seen = readSheet(columns, sheet);
  const here = new Set(seen.lines.map(({ texts }) => texts.code));
  const lost = seen.lines.flatMap(({ row, values: { code, parent_code: given } }) => {
    if (code === undefined) return [];
    const parent = given ?? byCode(code).parent;
    if (parent === code) return [{ row, column: 'parent_code', value: parent, reason: because('itself') }];
    if (!parent || here.has(parent) || known.has(parent)) return [];
    return [{ row, column: 'parent_code', value: parent, reason: because('parent') }];
  });
  return findingOf(columns, seen, [
    ...onlyOnce(seen.lines, 'code'),
    ...lost,
    ...seen.lines.flatMap(boxFaults),
  ]);
};
