import type { Certificate } from './certificate.ts';

type Named = Pick<Certificate, 'title' | 'number' | 'date'>;

/**
 * Whether two certificates of one person are one paper, sent as a photo and also listed in a file of the personnel office:
 * the same day, and the same number, or the same title where one of them has no number. Hours must not count twice.
 */
export const sameCertificate = (one: Named, other: Named): boolean =>
  one.date === other.date &&
  (one.number === null || other.number === null
    ? plain(one.title) === plain(other.title)
    : plain(one.number) === plain(other.number));

/** Letters and digits alone: people copy numbers with other blanks, dots and strokes. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
