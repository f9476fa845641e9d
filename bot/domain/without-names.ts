/** Words before a name that are also written small, with a small name behind them: `pak budi`. */
const titles =
  'pak|bu|bapak|ibu|bpk|pakde|bude|pak lik|bu lik|om|tante|mas|mbak|mba|mbakyu|kang|kak|bang|abang|uda|uni|apak|ibuk|buk|ajo|mbah|eyang|ust|ustad|ustadz|ustadzah|sdr|sdri|saudara|saudari|mr|mrs|ms|miss';

/** Titles that are other words too when they are written small (`dr` is short for *dari*): only a capital shows a name. */
const learned = 'dr|drg|drs|dra|prof|ir|h|hj|kh';

/** What tells that a name follows, however it is written. */
const telling =
  'nama saya|namaku|nama aku|nama lengkap saya|perkenalkan saya|nami kula|asma kula|jeneng kula|namo ambo|namo awak|my name is|bernama|namanya|nama petugasnya|nama petugas|atas nama|a\\.n\\.?|a/n|ttd\\.?';

/** Behind these a name begins with a capital, or it is the rest of the sentence. */
const speaking =
  'saya|aku|kula|ambo|awak|dengan|petugas|pegawai|operator|satpam|hormat saya|salam|tertanda|i am|regards';

/** What follows a title or *saya* and is nobody's name: offices, kin, and the words of a sentence. */
const common = new Set(
  `rt rw lurah camat kades kadus kepala kabid kasi kasie kasubag sekretaris sekdes wali walikota bupati gubernur menteri
  presiden guru dosen dokter bidan perawat mantri polisi satpam petugas pegawai operator staf kasir teller admin pejabat
  ketua kaur modin hansip linmas tukang sopir penjaga loket desa dukuh dinas kantor kelurahan kecamatan puskesmas kota
  rumah hamil menyusui tua muda lansia difabel kandung tiri angkat mertua ipar sepupu anak istri suami adik kakak
  ibu bapak pak bu mas mbak saya kami kita anda dia mereka beliau nya ini itu tersebut tadi kemarin sana situ sini
  yang yg dan atau serta dengan di ke dari dr pada untuk buat bagi agar supaya karena krn kalau kalo jika bila saat
  waktu ketika sudah sdh belum blm akan sedang masih pernah selalu sering kadang tetap juga jg pun saja aja hanya cuma
  bisa dapat harus perlu wajib mau ingin minta mohon harap berharap usul saran sarankan kasih terima maaf salam
  tidak tdk tak gak ga nggak bukan jangan kurang terlalu sangat lebih paling cukup agak makin tambah banyak sedikit
  ramah sopan galak judes jutek kasar marah cepat lambat lama lelet baik bagus buruk jelek puas senang kecewa sabar
  rasa kira pikir lihat tunggu menunggu antre antri datang pulang duduk berdiri layani dilayani ditanya dibantu disuruh
  bertugas berjaga jaga piket melayani menjawab bertanya membantu merokok tidur main semua sekalian lain satu dua tiga
  bagian pelayanan layanan nomor no salah betul benar ada adalah jadi lagi dulu terus lalu kok sih dong ya lho lah
  warga pemohon penduduk pasien orang tolong kepada pemerintah senin selasa rabu kamis jumat sabtu minggu
  ingkang sampun dereng mboten kula panjenengan wonten kirang sanget nan indak alah alun di jo kurang
  the is was and in at very not should`
    .split(/\s+/)
    .filter(Boolean),
);

const letter = "[\\p{L}'’]";
const piece = new RegExp(`^(?:\\p{Lu}\\.\\s?)*${letter}+`, 'u');

const anchors = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<title>(?:(?:${titles}|${learned})\\b\\.?\\s+)+)|(?<tells>(?:${telling})[,:]?\\s+(?:adalah\\s+)?)|(?<speaks>(?:${speaking})[,:]?\\s+))`,
  'giu',
);

/** How a name can be told: by its capital only, or small as well. */
type Sight = 'capital' | 'any';

const isCommon = (word: string): boolean =>
  common.has(word.toLowerCase().replace(/(nya|ku|mu)$/u, '')) || common.has(word.toLowerCase());

const begins = (word: string, sight: Sight): boolean =>
  !isCommon(word) && [...word].length > 1 && (sight === 'any' || /^\p{Lu}/u.test(word));

/** A name has at most so many words here; more capitals than that are a heading. */
const wordsMost = 4;

/** How many letters of a text are a name: its first word as it can be told, further ones by their capitals. */
const nameLength = (rest: string, sight: Sight, shouted: boolean): number => {
  const first = piece.exec(rest)?.[0];
  if (!first || !begins(first, sight)) return 0;
  let length = first.length;
  for (let words = 1; words < wordsMost && !shouted; words++) {
    const gap = /^[^\S\n]+/u.exec(rest.slice(length))?.[0].length ?? 0;
    const next = gap > 0 ? piece.exec(rest.slice(length + gap))?.[0] : undefined;
    if (!next || !begins(next, 'capital')) break;
    length += gap + next.length;
  }
  return length;
};

const sightOf = (
  { title, speaks }: { [group: string]: string | undefined },
  shouted: boolean,
): Sight | undefined => {
  if (speaks) return shouted ? undefined : 'capital';
  if (!title) return 'any';
  return new RegExp(`^(?:(?:${learned})\\s+)+$`, 'iu').test(title) && !shouted ? 'capital' : 'any';
};

/** A line at the end that is nothing but a name behind a dash: how letters are signed. */
const signature = /(?<=[\n.!?]\s*[-–—~]\s*)\p{Lu}[\p{L}'’]+(?:[^\S\n]+\p{Lu}[\p{L}'’.]+){0,3}\s*$/u;

/**
 * A sentence without the names of people, as far as words show where one stands: behind *Pak*, *Bu*, *Mas*, *dr.*, behind
 * *nama saya* and the like, and as a signature. A name that nothing announces cannot be told from a word; the office's own
 * people are looked for by their names where the comment is handed on.
 */
export function withoutNames(text: string, word: string): string {
  const shouted = text === text.toUpperCase();
  let said = '';
  let at = 0;
  for (const found of text.matchAll(anchors)) {
    const from = found.index + found[0].length;
    const sight = sightOf(found.groups ?? {}, shouted);
    const length = found.index >= at && sight ? nameLength(text.slice(from), sight, shouted) : 0;
    if (length === 0) continue;
    said += text.slice(at, from) + word;
    at = from + length;
  }
  return (said + text.slice(at)).replace(signature, word);
}
