import type { Unit } from '../agency.ts';
import { lineOf } from '../sensitive.ts';
import { type Colleague, mayForColleague, type Overseer } from './answers-for.ts';

/**
 * Who of those in chat is asked to look at a colleague's certificate: whom the personnel file puts above them, else the
 * heads of the nearest unit upward that has some, else the personnel office.
 */
export const judgesFor = <O extends Overseer>(
  colleague: Colleague,
  all: readonly O[],
  units: readonly Unit[],
): O[] => {
  const able = all.filter((one) => mayForColleague(one, colleague, 'verify-certificate', units));
  const above = able.filter(({ id }) => id === colleague.supervisor);
  if (above.length > 0) return above;
  const heads = able.filter(({ roles }) => roles.includes('supervisor'));
  for (const code of lineOf(colleague.unit, units)) {
    const there = heads.filter(({ unit }) => unit === code);
    if (there.length > 0) return there;
  }
  return able.filter(({ roles }) => roles.includes('hr'));
};
