import { expect, test } from 'vitest';
import { calledApart, calledBeside } from './called-beside.ts';

const unit = 'Dinas Perhubungan';

test('the office is not said twice beside a name of the ballot paper', () => {
  expect(calledBeside({ name: 'Ayu Lestari, S.Kom., Dinas Perhubungan', unit })).toBe('Ayu Lestari, S.Kom.');
  expect(calledBeside({ name: 'Ayu Lestari', unit })).toBe('Ayu Lestari');
  expect(calledBeside({ name: 'Ayu, Analis, Dinas Perhubungan (2)', unit })).toBe(
    'Ayu, Analis, Dinas Perhubungan (2)',
  );
});

test('two of one name stay apart in a list', () => {
  const other = 'Dinas Kesehatan';
  const all = [
    { name: `Ayu, ${unit}`, unit },
    { name: `Ayu, ${other}`, unit: other },
    { name: `Bima, ${other}`, unit: other },
  ];
  expect(calledApart(all)).toEqual([`Ayu, ${unit}`, `Ayu, ${other}`, 'Bima']);
});
