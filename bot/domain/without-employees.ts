/** Degrees stand behind a comma, honours before the name with a full stop: neither is a name. */
const namesIn = (full: string): string[] =>
  (full.split(',')[0] ?? '')
    .replace(/\p{L}+\./gu, ' ')
    .toLowerCase()
    .match(/\p{L}{3,}/gu) ?? [];

/** Names that are also words of every day. */
const everyday = new Set(
  `abadi adil agung aman april arif asih asli bagus bahagia baik bakti bangun bersih bijak bintang bulan bunga cahaya cantik
  cepat cinta cipta citra cukup damai dewi dini dwi esa fajar fitri gede halus harapan hari harum hati hidayah hidup ikhlas
  indah jaya jujur juli juni karya kasih kuat lancar lestari mega mei melati mulia mulya murah murni panjang permata pintar
  prima purnama putih putra putri rahmat ramah rapi ratu rejeki sabar satria sehat sejati selamat senang sentosa setia siang
  sopan subur suci sukses surya taman tata tegas tenang teguh tepat terbit tertib tiga timur tri tulus udara umum untung
  utama wahyu warni yakin`.split(/\s+/),
);

const titled =
  /(?<!\p{L})(bapak|bpk|pak|ibu|ibuk|buk|bu|sdri?|saudar[ai]|mas|mba|mbak|kak|kakak|bang|uda|uni|drg?|hj?|petugas|bidan|suster|mantri)\.?\s+$/iu;
const begins = /(^|[.!?\n])\s*$/u;

/** What may stand between two words of one name. */
const joins = /^[ '’-]{1,2}$/u;

/**
 * A text without the names of people who are known, so that nobody is praised or blamed by name. One word of a name is
 * enough; one that is also an everyday word (*bagus*, *ramah*) goes beside another word of that name, behind a title, or
 * with a capital inside a sentence.
 */
export function withoutEmployees(text: string, people: readonly string[], sign: string): string {
  const bearers = new Map<string, Set<string>>();
  for (const person of people)
    for (const name of namesIn(person)) bearers.set(name, (bearers.get(name) ?? new Set()).add(person));
  const words = [...text.matchAll(/\p{L}+/gu)].map(({ 0: word, index: at }) => ({
    small: word.toLowerCase(),
    capital: /^\p{Lu}\p{Ll}/u.test(word),
    at,
    end: at + word.length,
    of: bearers.get(word.toLowerCase()),
  }));
  const oneName = (at: number): boolean => {
    const [left, right] = [words[at], words[at + 1]];
    if (!left?.of || !right?.of || !joins.test(text.slice(left.end, right.at))) return false;
    return !left.of.isDisjointFrom(right.of);
  };
  const isName = (at: number): boolean => {
    const word = words[at];
    if (!word?.of) return false;
    const before = text.slice(0, word.at);
    return (
      !everyday.has(word.small) ||
      titled.test(before) ||
      (word.capital && !begins.test(before)) ||
      oneName(at - 1) ||
      oneName(at)
    );
  };
  return words.reduceRight((left, { at, end }, nth) => {
    if (!isName(nth)) return left;
    return oneName(nth - 1)
      ? left.slice(0, words[nth - 1]?.end) + left.slice(end)
      : left.slice(0, at) + sign + left.slice(end);
  }, text);
}
