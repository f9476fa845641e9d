/**
 * A provider's name as a part of an address: `BPSDM Provinsi Jawa Tengah` is `bpsdm-provinsi-jawa-tengah`. Names that differ
 * in capitals, accents or points only are one provider; one without a letter has its code points instead.
 */
export const providerSlug = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return plain || `p-${Array.from(name, (letter) => letter.codePointAt(0)?.toString(16)).join('-')}`;
};
