import { unitFor } from '../bot/domain/agency.ts';
import type { City } from '../bot/ports.ts';

/** The office in charge of street lamps, where whoever tries the service out is an officer; every seeded city has one. */
export const lampOffice = ({ categories, units }: Pick<City, 'categories' | 'units'>): string => {
  const lamps = categories.find(({ key }) => key === 'lampu_jalan') ?? categories[0];
  if (!lamps) throw new Error('the city has no categories');
  return unitFor(lamps, units).code;
};
