import { signOf } from './blank.ts';
import { type Cut, capitalsTell, cutOut, type Token, tokensOf } from './tokens.ts';

const streets = new Set(
  `jl jln jalan gang gg perum perumahan griya komplek kompleks dusun dukuh dsn dk lingkungan ling kampung kp blok blk kavling kav
  cluster asrama kos kost apartemen rusun rusunawa dalan labuah`.split(/\s+/),
);
const near = new Set(
  'depan dekat dkt sebelah samping belakang seberang sekitar patokan patokannya selatan utara timur barat ngarep cedhak mburi'.split(
    ' ',
  ),
);
const landmarks = new Set(
  `masjid mesjid mushola musala langgar surau gereja pura vihara kelenteng sd sdn mi min smp smpn mts mtsn sma sman smk smkn ma man tk
  paud pasar pasa puskesmas pustu rs rsud rumah klinik apotek toko warung kios bengkel indomaret alfamart spbu pom terminal stasiun
  jembatan lapangan taman alun bank hotel kantor pabrik gedung makam tugu bundaran simpang perempatan pertigaan sungai kali
  konter salon posyandu balai pondok pesantren universitas kampus sekolah lapak halte kandang kafe cafe cuci`.split(
    /\s+/,
  ),
);
/** Kinds of place that say which one without a name, once something stands before or beside them. */
const plain = new Set(
  'rumah kantor warung toko sungai kali sekolah kandang lapak taman simpang pasar lapangan halte jembatan pos'.split(
    ' ',
  ),
);
const tails = new Set(
  'raya timur barat utara selatan tengah lor kidul wetan kulon dalam baru lama atas bawah'.split(' '),
);

const numbered = '(?:no|nomor|nomer|nmr|number)?\\.? ?#?\\d{1,4} ?[a-z]?(?![\\p{L}\\d])(?:/\\d{1,4})?';
const road =
  /(?<!\p{L})(?:jl|jln|jalan|gang|gg|dalan|labuah)\.? *(?:[\p{L}'’]+\.? ){1,4},? ?(?:no|nomor|nomer|nmr)\.? ?#?\d{1,4} ?[a-z]?(?![\p{L}\d])/giu;
const neighbours =
  /(?<!\p{L})(rt|rw)[ .:/-]*(?:\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?![\p{L}\d])(?:[ .,/-]*(?:rw[ .:/-]*)?(?:\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?![\p{L}\d]))?/giu;
const code = /^(?:\d{1,4}|[ivx]{1,5}|\p{L}\d{1,3}|\d{1,3}\p{L})$/iu;

type Words = { isWord: (word: string) => boolean; telling: boolean };

/** Behind these a person is named, not a place: *warung Bu Tini* keeps its warung. */
const persons = new Set(
  'pak bu bapak ibu bpk mas mbak mba kang kak bang mbah om tante haji hj h uda uni'.split(' '),
);

const named = ({ text: word, capital, low }: Token, { isWord, telling }: Words): boolean =>
  /^\p{L}{2,}/u.test(word) && !persons.has(low) && (!isWord(low) || (telling && capital));

/** How far the name of a place goes on from a token: names, numbers and directions with only a gap between. */
const endOf = (text: string, tokens: readonly Token[], from: number, words: Words): number | undefined => {
  let end: number | undefined;
  for (let at = from; at < tokens.length && at < from + 6; at += 1) {
    const [token, last] = [tokens[at], tokens[at - 1]];
    if (!token || !last || token.opens || !/^[ .'’-]{0,3}$/.test(text.slice(last.end, token.at))) break;
    const goesOn = end !== undefined && tails.has(token.low);
    if (!named(token, words) && !code.test(token.text) && !goesOn) break;
    end = token.end;
  }
  return end;
};

const spans = (text: string, words: Words): Cut[] => {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, nth): Cut[] => {
    if (streets.has(token.low)) {
      const end = endOf(text, tokens, nth + 1, words);
      return end === undefined ? [] : [{ at: token.at, end, by: signOf('alamat') }];
    }
    if (landmarks.has(token.low)) {
      const end = endOf(text, tokens, nth + 1, words);
      const bare = near.has(tokens[nth - 1]?.low ?? '') && !plain.has(token.low);
      if (end === undefined && !bare) return [];
      return [{ at: token.at, end: end ?? token.end, by: signOf('tempat') }];
    }
    if (near.has(token.low)) {
      const next = tokens[nth + 1];
      const end = next && !landmarks.has(next.low) ? endOf(text, tokens, nth + 1, words) : undefined;
      return next && end !== undefined && next.at <= end ? [{ at: next.at, end, by: signOf('tempat') }] : [];
    }
    return [];
  });
};

/** A number right behind an address belongs to it. */
const run = new RegExp(
  `${signOf('alamat')}(?:[ ,]*(?:${signOf('alamat')}|${numbered}|(?:rt|rw|rt/rw) ${signOf('nomor')}))+`,
  'giu',
);

/** A text without streets, houses, neighbourhoods and landmarks; kelurahan and offices are words that are handed in as known. */
export const withoutPlaces = (text: string, isWord: (word: string) => boolean): string => {
  const roads = text
    .replace(road, signOf('alamat'))
    .replace(neighbours, (_, kind: string) => `${kind} ${signOf('nomor')}`);
  const telling = capitalsTell(tokensOf(roads));
  return cutOut(roads, spans(roads, { isWord, telling })).replace(run, signOf('alamat'));
};
