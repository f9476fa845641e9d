import type { MetadataJson } from 'libphonenumber-js/core';
import { numberingPlansTable } from './numbering-plans-table.ts';

type Plan = MetadataJson['nonGeographic'][string];

const span = (text: string): number[] => {
  const [from = 0, until = from] = text.split('-').map(Number);
  return Array.from({ length: until - from + 1 }, (_, i) => from + i);
};

const given = (cell: string | undefined): string | 0 => (cell === undefined || cell === '-' ? 0 : cell);

/** In the order of the library's own file; what only writing a number needs stays empty. */
const planOf = ([, code = '', lengths = '', ...cells]: readonly string[]): Plan => {
  const [prefix, prefixHeard, turnedInto, pattern, abroad] = cells.map(given);
  const taken = lengths.split(',').flatMap(span);
  return [
    code,
    abroad ?? 0,
    pattern || '\\d+',
    taken,
    0,
    prefix ?? 0,
    0,
    prefixHeard ?? 0,
    turnedInto ?? 0,
  ] as Plan;
};

const rows = numberingPlansTable
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

const nowhere = rows.filter(([country]) => country === '001');
const somewhere = rows.filter(([country]) => country !== '001');

/** What libphonenumber needs to know of the world's numbers to read one, from the table beside this. */
export const numberingPlans = {
  version: 4,
  country_calling_codes: Object.fromEntries(somewhere.map(([country, code]) => [code, [country]])),
  countries: Object.fromEntries(somewhere.map((row) => [row[0], planOf(row)])),
  nonGeographic: Object.fromEntries(nowhere.map((row) => [row[1], planOf(row)])),
} as MetadataJson;
