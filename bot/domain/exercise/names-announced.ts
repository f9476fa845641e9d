import { withoutNames } from '../without-names.ts';
import { capitalsTell, joined, type Token, tokensOf } from './tokens.ts';

const titles = new Set(
  `pak bu bapak ibu bpk pakde bude paklik bulik om tante mas mbak mba mbakyu kang kak bang abang uda uni apak ibuk buk ajo
  mbah simbah eyang ust ustad ustadz ustadzah sdr sdri saudara saudari dik dek neng cak gus ning haji hajah
  mr mrs ms miss`.split(/\s+/),
);

const kin = new Set(
  `anak anaknya anakku istri istrinya istriku suami suaminya suamiku ibu ibunya ibuku bapak bapaknya bapakku ayah ayahnya
  ayahku adik adiknya adikku kakak kakaknya kakakku nenek neneknya kakek kakeknya cucu cucunya cucuku keponakan
  keponakannya paman bibi mertua mertuanya tetangga tetangganya teman temannya kawan sepupu ipar bayi bayinya putra
  putranya putri putrinya almarhum almarhumah warga pasien pemilik bos majikan`.split(/\s+/),
);

/** Words that may stand between kin and the name. */
const between = new Set('saya kami aku sy kula ambo awak yang yg bernama namanya nama si dari'.split(' '));

const tells = new Set(
  'nama namaku namanya bernama panggilan dipanggil perkenalkan a.n an ttd tertanda hubungi oleh sama milik punya si'.split(
    ' ',
  ),
);

/** The names without-names.ts finds, read off from what it left. */
const foundBefore = (text: string): string[] => {
  const sign = '\uE0FF';
  const names: string[] = [];
  let at = 0;
  const [head = '', ...rest] = withoutNames(text, sign).split(sign);
  at = head.length;
  for (const piece of rest) {
    const next = piece === '' ? text.length : text.indexOf(piece, at);
    if (next < 0) break;
    names.push(text.slice(at, next));
    at = next + piece.length;
  }
  return names;
};

/** The name that begins at a token, at most four words: words of every day end it, unless they are its capital first. */
const nameAt = (
  text: string,
  tokens: readonly Token[],
  from: number,
  isWord: (word: string) => boolean,
  capitalFirst: boolean,
): string | undefined => {
  const reads = (token: Token, nth: number) =>
    /^\p{L}{2,}/u.test(token.text) && (!isWord(token.text) || (nth === 0 && capitalFirst && token.capital));
  const taken: Token[] = [];
  for (const token of tokens.slice(from, from + 4)) {
    const last = taken.at(-1);
    if (!reads(token, taken.length) || (last && !joined(text, last, token))) break;
    taken.push(token);
  }
  return taken.length > 0 ? taken.map((token) => token.text).join(' ') : undefined;
};

/**
 * The names a text announces: behind a title, kin (*anak saya dimas*), *nama saya* and the like, also written small, as long as
 * they are no words of every day. What is announced once is taken out everywhere.
 */
export const namesAnnounced = (text: string, isWord: (word: string) => boolean): string[] => {
  const tokens = tokensOf(text);
  const telling = capitalsTell(tokens);
  const names = tokens.flatMap(({ low }, at) => {
    let next = at + 1;
    if (kin.has(low)) while (between.has(tokens[next]?.low ?? '')) next += 1;
    else if (tells.has(low))
      while (['saya', 'kami', 'lengkap', 'petugas', 'petugasnya'].includes(tokens[next]?.low ?? ''))
        next += 1;
    else if (!titles.has(low)) return [];
    const owned = next > at + 1 && telling;
    return nameAt(text, tokens, next, isWord, owned) ?? [];
  });
  return [...foundBefore(text), ...names];
};
