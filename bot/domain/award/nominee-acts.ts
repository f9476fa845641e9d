import type { AwardNow } from './award-now.ts';
import type { Consent } from './nominee-state.ts';
import { isIn, isPast } from './standing.ts';

/** What a nominee may still do with their card. */
export const nomineeActs = ['agree', 'decline', 'innovate', 'confirm', 'object'] as const;
export type NomineeAct = (typeof nomineeActs)[number];

/**
 * A word on being named can be given until the record is corrected, and taken back until the candidates are fixed; the record
 * can be confirmed from `koreksi` on until then, and objected to within it. Declining is for good: the nominators have their word again.
 */
export const nomineeMay = (
  { standing, frozen }: Pick<AwardNow, 'standing' | 'frozen'>,
  { consent, sawRecord }: { consent: Consent | null; sawRecord: boolean },
): NomineeAct[] => {
  const begun = isIn(standing, 'nominasi') || isPast(standing, 'nominasi');
  if (!begun || frozen || isPast(standing, 'penilaian') || consent === 'declined') return [];
  const early = !isPast(standing, 'koreksi');
  const seen = isIn(standing, 'koreksi') || isPast(standing, 'koreksi');
  const allowed: { readonly [act in NomineeAct]: boolean } = {
    agree: consent === null && (early || seen),
    decline: true,
    innovate: consent === 'agreed' && early,
    confirm: consent === 'agreed' && seen && !sawRecord,
    object: consent === 'agreed' && isIn(standing, 'koreksi'),
  };
  return nomineeActs.filter((act) => allowed[act]);
};

/** Characters that a nominee has for what is new in their work. */
export const innovationMost = 500;
