import { literal, say, type Text } from '../../conversation/reply.ts';

const known = ['kgb', 'pangkat', 'pensiun', 'kontrak', 'satyalancana'] as const;

/** A kind of date as the personnel file names it, in full where we know what it stands for. */
export const personnelDateText = (kind: string): Text => {
  const found = known.find((one) => one === kind.toLowerCase());
  return found ? say(`personnel-date.${found}`) : literal(kind.replaceAll('_', ' '));
};
