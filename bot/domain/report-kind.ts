import type { Category } from './category.ts';
import { findPhrases, phraseSet, wordsOf } from './words.ts';

/** The three kinds of SP4N-LAPOR!: a service went wrong, a wish, a question. */
export const reportKinds = ['pengaduan', 'aspirasi', 'permintaan_informasi'] as const;
export type ReportKind = (typeof reportKinds)[number];

const wishes = phraseSet(`
  usul | usulan | mengusulkan | saran | menyarankan | aspirasi | sebaiknya | alangkah baiknya | ada baiknya | semoga
  mohon dibangun | mohon dibuatkan | mohon dipasang | mohon dipasangi | mohon ditambah | mohon diadakan | mohon disediakan
  minta dibangun | minta dibuatkan | minta dipasang | minta ditambah | tolong dibangun | tolong dipasang | tolong ditambah
  tolong dibuatkan | perlu dibangun | perlu dipasang | perlu ditambah | perlu ada | harap dibangun | harap dipasang
  kami ingin ada | bagaimana kalau | gimana kalau | prayoginipun | kados pundi menawi | usule | rancak kalau | ancaknyo
  suggest | suggestion | i propose | please build | please install | please add | it would be good | it would be nice
`);

const questions = phraseSet(`
  apa | apakah | bagaimana | gimana | gmn | kapan | berapa | brp | dimana | di mana | kemana | ke mana | siapa | syarat | syaratnya
  persyaratan | bagaimana cara | caranya | cara | jam buka | jam berapa | mau tanya | mau nanya | numpang tanya | bertanya
  minta info | mohon info | mohon informasi | info | menapa | punapa | kados pundi | kepripun | piye | pinten | pira | wonten pundi
  ning endi | kapan | baa | bara | dima | bilo | sia | what | how | when | where | who | can i | how much | which
`);

/** Signs that something went wrong; they beat a question: "kapan sampah diangkut, sudah menumpuk?" is a complaint. */
const troubles = phraseSet(`
  rusak | berlubang | bolong | lubang | lobang | mati | padam | banjir | mampet | tersumbat | menumpuk | numpuk | bau | bocor | macet | keruh
  tumbang | roboh | ambruk | putus | retak | amblas | longsor | gelap | kotor | kasar | judes | pungli | dipungut | dipersulit | hilang
  tidak diangkut | belum diangkut | tidak dilayani | belum diperbaiki | tidak mengalir | tidak jalan | tidak bisa | belum jadi | belum cair
  sudah lama | dari dulu | masih belum | belum juga | belum ada | gak bisa | ndak bisa | nggak bisa | ngga bisa | liar | bising | kenapa | mengapa
  jeglongan | peteng | mambu | rusuak | balubang | kalam | tumpek | luber | lambat | lelet | ditolak | antre lama | antri lama | parah
  risak | ambrol | ambles | miring | tidak ditutup | tidak ada | gak ada | nggak ada | tidak sesuai | ugal ugalan | dibully | dibentak | galak
  masuk rumah | tawon | kehilangan | mengganggu | terganggu | resah | meresahkan | bahaya | berbahaya | menghalangi | terhalang | berisik
  tidak hidup | gak hidup | mahal | langka | terlambat | telat | dipotong | diminta uang | minta uang | tidak layak | ndak ado | indak ado
  broken | damaged | pothole | flooded | blocked | leaking | not working | no water | dark | overflowing | uncollected | why | rude
`);

/**
 * The kind a text speaks of, so that citizens are never asked for it. A complaint unless the words say otherwise;
 * a sensitive category is always a complaint. The verifying officer may change it.
 */
export function kindOf(text: string, category?: Pick<Category, 'sensitive'>): ReportKind {
  if (category !== undefined && category.sensitive !== 'none') return 'pengaduan';
  const words = wordsOf(text);
  if (findPhrases(words, wishes).length > 0) return 'aspirasi';
  if (speaksOfTrouble(words)) return 'pengaduan';
  return isQuestion(text) ? 'permintaan_informasi' : 'pengaduan';
}

/** Whether words name something broken, late, dirty or refused. */
export function speaksOfTrouble(words: readonly string[]): boolean {
  return findPhrases(words, troubles).length > 0;
}

/** Whether a text asks something: a question mark, or a question word at its beginning. */
export function isQuestion(text: string): boolean {
  const asked = findPhrases(wordsOf(text), questions);
  return /\?\s*$/.test(text) || asked.some(({ at }) => at <= 2);
}

/** So few words ask nothing that could be looked up. */
const fewestAsked = 3;

/** Whether a first message asks the city something, and says what about. */
export const looksLikeQuestion = (text: string): boolean =>
  isQuestion(text) && wordsOf(text).length >= fewestAsked;
