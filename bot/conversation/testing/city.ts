import { readFileSync } from 'node:fs';
import type { Unit } from '../../domain/agency.ts';
import { seedCalendar, seedCategories, seedRegions, seedSynonyms } from '../../domain/fixtures/seed.ts';
import type { City } from '../../ports.ts';

const seed = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../db/seed/data/${name}.json`, import.meta.url), 'utf8'));

const salatiga = (): City => {
  const { agency, offices, ...rest } = seed('salatiga');
  const { name, serviceName, prefix, zone, regionCode, contact, officeHours, inspektorat } = agency;
  return {
    agency: {
      name,
      service: serviceName,
      prefix,
      zone,
      locales: ['id', 'jv', 'min', 'en'],
      region: regionCode,
      settings: { contact, officeHours, inspektorat, ...rest },
    },
    ...seedCategories(),
    groups: seed('categories').groups,
    units: offices.map((office: Unit) => ({ ...office, parent: null, answers: true })),
    regions: seedRegions(regionCode),
    calendar: seedCalendar(),
    synonyms: seedSynonyms(),
    publicUrl: 'https://sapa.example',
  };
};

/** Salatiga as it is seeded, speaking all four languages, without a database. */
export const testCity: City = salatiga();
