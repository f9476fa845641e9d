import { describe, expect, test } from 'vitest';
import { readRegions } from './regions.ts';
import { sheet, told } from './testing.ts';

describe('regions', () => {
  const regions = (text: string) =>
    readRegions(sheet(`code|name|level|parent_code|lat|lng|min_lat|max_lat\n${text}`), {
      known: new Set(['33.73']),
    });

  test('are read, also with the comma of an Indonesian spreadsheet', () => {
    expect(regions('33.73.01|Contoh|||-7,3|110.5||').records).toMatchObject([
      { code: '33.73.01', level: null, parent_code: null, lat: -7.3, lng: 110.5, min_lat: null },
    ]);
  });

  test.each([
    ['3373|X||||||', '2 code region-code'],
    ['33.73.01|X|rt|||||', '2 level choice'],
    ['33.74.01|X||||||', '2 parent_code parent'],
    ['33.73.01|X||33.73.01||||', '2 parent_code itself'],
    ['33.73.01|X|||91|||', '2 lat between'],
    ['33.73.01|X|||||-7.2|-7.3', '2 max_lat box'],
    ['33.73.01|X||||||\n33.73.01|Y||||||', '3 code twice'],
  ])('%j', (text, fault) => {
    expect(told(regions(text))).toEqual([fault]);
  });
});
