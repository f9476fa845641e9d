import type { Unit } from '../agency.ts';
import type { PositionGroup } from './ip-asn-rules.ts';
import type { Training } from './training.ts';

/** The unit itself and everything above it, nearest first. */
const upwards = (code: string, units: ReadonlyMap<string, Pick<Unit, 'parent'>>): string[] => {
  const line: string[] = [];
  for (let at: string | null = code; at !== null && !line.includes(at); at = units.get(at)?.parent ?? null)
    line.push(at);
  return line;
};

/** Whether a training is the duty of somebody of a unit (or of one below the unit it names) and of a group of positions. */
export const owes = (
  { owing }: Pick<Training, 'owing'>,
  { unit, group }: { unit: string; group: PositionGroup },
  units: ReadonlyMap<string, Pick<Unit, 'parent'>>,
): boolean => {
  if (owing.length === 0) return false;
  const line = upwards(unit, units);
  return owing.some((one) => ('unit' in one ? line.includes(one.unit) : one.group === group));
};
