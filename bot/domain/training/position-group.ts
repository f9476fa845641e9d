import type { PositionGroup } from './ip-asn-rules.ts';

/** Heads of offices and their parts, and the posts beside them (UU 20/2023: *manajerial*, once *struktural*). */
const heads =
  /^(plt\.? |plh\.? |pj\.? )?(wakil )?(kepala|sekretaris|camat|lurah|inspektur|asisten|staf ahli|direktur|wadir|kabag|kabid|kasubbag|kasubag|kasi|kasubbid)\b/;

/** Levels of functional positions of skill and of expertise (UU 5/2014), and posts that are functional by nature. */
const functional =
  /\b(ahli (utama|madya|muda|pertama)|penyelia|mahir|terampil|pemula|utama|madya|muda|pertama|guru|dokter|perawat|bidan|apoteker|auditor|penyuluh|widyaiswara|arsiparis|pustakawan|analis kepegawaian|pranata komputer|pranata humas)\b/;

/**
 * The group that a position of the personnel file belongs to, read from its words, for whom a training is mandatory and
 * what IP-ASN asks. What no word tells is *pelaksana*; *Kepala Sekolah* is a teacher with another duty
 * (Permendikbudristek 40/2021), and a *kepala puskesmas* a functional post as well.
 */
export const positionGroupOf = (position: string): PositionGroup => {
  const words = position
    .toLowerCase()
    .replace(/[^\p{L}.]+/gu, ' ')
    .trim();
  if (/^(plt\.? |plh\.? )?kepala (sekolah|sd|smp|tk|paud|puskesmas|uptd puskesmas)\b/.test(words))
    return 'fungsional';
  if (heads.test(words)) return 'struktural';
  return functional.test(words) ? 'fungsional' : 'pelaksana';
};
