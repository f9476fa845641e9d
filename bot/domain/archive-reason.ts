/**
 * Why a report is put away without an answer: unclear, too general, off the point and wrongly written are LAPOR!'s own, the rest are ours.
 * The citizen reads the reason in plain words, with how to object and the Ombudsman.
 */
export const archiveReasons = [
  'tidak_jelas',
  'terlalu_umum',
  'tidak_relevan',
  'format_salah',
  'duplikat',
  'tidak_lengkap',
  'mengandung_sara',
  'di_luar_cakupan',
] as const;
export type ArchiveReason = (typeof archiveReasons)[number];

/** Whether a word, say from a button, is one of the reasons. */
export function isArchiveReason(word: string): word is ArchiveReason {
  return archiveReasons.some((reason) => reason === word);
}
