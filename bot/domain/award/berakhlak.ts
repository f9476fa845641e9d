/** The seven core values of ASN, BerAKHLAK (SE MenPANRB 20/2021), in the order of the word. */
export const berakhlak = [
  'berorientasi_pelayanan',
  'akuntabel',
  'kompeten',
  'harmonis',
  'loyal',
  'adaptif',
  'kolaboratif',
] as const;
export type CoreValue = (typeof berakhlak)[number];

export const isCoreValue = (word: string): word is CoreValue =>
  (berakhlak as readonly string[]).includes(word);
