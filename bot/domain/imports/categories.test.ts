import { describe, expect, test } from 'vitest';
import { readCategories } from './categories.ts';
import { sheet, told } from './testing.ts';

describe('categories', () => {
  const categories = (text: string) =>
    readCategories(sheet(`key|label|unit_code|days|sensitive|keywords\n${text}`), {
      units: new Set(['dinkes']),
    });

  test('are read, and an empty cell opens no protected one', () => {
    expect(
      categories('jalan|Jalan|dinkes|14|none|lobang; Aspal¦lobang\npungli|Pungli|dinkes|||').records,
    ).toEqual([
      {
        key: 'jalan',
        label: 'Jalan',
        unit_code: 'dinkes',
        days: 14,
        sensitive: 'none',
        keywords: ['lobang', 'aspal'],
      },
      { key: 'pungli', label: 'Pungli', unit_code: 'dinkes', keywords: [] },
    ]);
  });

  test.each([
    [`a|${'x'.repeat(25)}|dinkes|||`, '2 label long'],
    ['a|A|nowhere|||', '2 unit_code unit'],
    ['a|A|dinkes|0||', '2 days whole'],
    ['a|A|dinkes|dua||', '2 days whole'],
    ['a|A|dinkes||rahasia|', '2 sensitive choice'],
    ['a|A|dinkes|||\na|B|dinkes|||', '3 key twice'],
    ['a|A|dinkes|||\nb|a|dinkes|||', '3 label twice'],
  ])('%j', (text, fault) => {
    expect(told(categories(text))).toEqual([fault]);
  });
});
