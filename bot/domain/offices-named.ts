import type { Unit } from './agency.ts';
import { wordsOf } from './words.ts';

/** Words that most offices have, or that say nothing of which one it is. */
const common = new Set(
  'dinas badan kantor bagian bidang satuan unit daerah kota kabupaten pemerintah di ke yang dan saya petugas'.split(
    ' ',
  ),
);

/** The offices whose name or code holds every telling word somebody typed; none where only common words were said. */
export const officesNamed = (typed: string, units: readonly Unit[]): Unit[] => {
  const said = wordsOf(typed).filter((word) => !common.has(word));
  if (said.length === 0) return [];
  return units.filter(({ name, code, handles }) => {
    const known = new Set(wordsOf([name, code, ...handles].join(' ').replaceAll('_', ' ')));
    return said.every((word) => known.has(word));
  });
};
