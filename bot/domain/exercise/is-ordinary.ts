import { everydayNames } from './given-names.ts';
import { ordinaryWords } from './ordinary-words.ts';

const endings = ['nya', 'ku', 'mu', 'lah', 'kah', 'pun', 'kan', 'an', 'i', 'ne', 'e'];
const beginnings = /^(di|meng|meny|mem|men|me|ber|ter|peng|pem|pen|per|pe|se|ke)(?=\p{L}{4})/u;

/** What the nasal of *me-* and *pe-* swallowed: memotong is potong, menutup is tutup, menyapu is sapu. */
const swallowed: { readonly [begin: string]: string } = {
  mem: 'p',
  pem: 'p',
  men: 't',
  pen: 't',
  meny: 's',
  meng: 'k',
  peng: 'k',
};

/**
 * Whether a word is one of every day, as it stands or without its endings and beginnings. A stem needs four letters, since
 * short ones hide in names (*Diana*, *Menik*).
 */
export const isOrdinary = (word: string): boolean => {
  const low = word.toLowerCase();
  const known = ordinaryWords;
  if (known.has(low) || everydayNames.has(low)) return true;
  const stems = [low, ...endings.filter((end) => low.endsWith(end)).map((end) => low.slice(0, -end.length))];
  return stems.some((stem) => {
    if (stem.length >= 4 && known.has(stem)) return true;
    const begin = beginnings.exec(stem)?.[1];
    if (!begin) return false;
    const rest = stem.slice(begin.length);
    return (rest.length >= 4 && known.has(rest)) || known.has(`${swallowed[begin] ?? '-'}${rest}`);
  });
};
