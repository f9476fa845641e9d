import type { Agency, Unit } from '../agency.ts';

/** By whom a certificate of ours is given: the office that looks after personnel, or the city where it has none of that name. */
export const personnelOffice = (
  { name }: Pick<Agency, 'name'>,
  units: readonly Pick<Unit, 'name' | 'code'>[],
): string =>
  units.find((unit) => /kepegawaian|\b(bkd|bkpsdm|bkpp)\b/i.test(`${unit.name} ${unit.code}`))?.name ?? name;
