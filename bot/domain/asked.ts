import { type Aspect, aspectsIn } from './aspect.ts';
import { once } from './once.ts';
import type { Synonym } from './synonyms.ts';
import { findPhrases, phraseKey, wordsOf } from './words.ts';

/** A telling word of a question, as said, and what else it may mean. */
export type AskedWord = { word: string; also: readonly string[] };

/** A question as it is looked up: what of it is asked, the words that say of what, and all that was said. */
export type Asked = { aspects: readonly Aspect[]; words: readonly AskedWord[]; said: readonly string[] };

/** So many telling words are looked for; whoever writes more is understood by the first. */
const wordsMost = 16;

/** What people say around a question, in the languages of the house; it tells no matter from another. */
const around = new Set(
  `
  ada adalah adakah agar aja akan aku anda apa apaan apakah apo apa2 atau banget bapak bagi bagaimana bagaimano begini begitu belum berapa biar bikin bisa
  bisakah boleh bolehkah buat bu bukan butuh cuma dan dapat dari dalam deh dengan di dia dong dulu gan gak ga gimana gmn guna halo hai hallo harus haruskah ibu
  ingin ini itu jadi jika juga kah kak kakak kalau kalo kami kamu kan kapan karena ke kepada kita kok koq lagi lah lalu mana mas masih mau mbak membuat memang
  mengapa mengenai mengurus mengajukan mendapat mendapatkan meminta memperoleh mereka min mohon namun nanti ngurus nih nya oh oleh om orang pada pak paling para per perlu permisi
  perlukah pengurusan pembuatan proses saat saja sampai sana saya se sebagai sekarang selamat semua seperti sini siapa siang sih sore sudah supaya tadi tahu tanya
  tante tapi telah tentang terhadap terus tersebut tidak tolong tsb tu tuh untuk urus urusan usah utk wah warga ya yah yaitu yang yg
  pagi malam hari jadinya selesai layanan pelayanan melayani kantor depan padahal pakai memakai perpanjang memperpanjang isi mengisi kena sama loket antrean buka tutup daftar mendaftar pendaftaran mendaftarkan anak bayi suami istri
  bertanya nanya menanyakan info informasinya penjelasan jelaskan ngerti punya mempunyai terima kasih makasih trims maaf minta kota kabupaten pemerintah
  agih ambo awak baa badan bara bilo dek ka kalo ko lai ndak nan nyo samo surang tu uda uni denai
  aja ajeng arep badhe bade bab dados dereng dipun gawe gaweyan gene iki ing inggih ingkang isa isoh iku kajeng kaliyan kados kanggo karo katur kedah kok kudu kula kulo
  lan lah mangga menapa menawi mboten menika menopo monggo nak neng nggawe ngurusi niku ning nyuwun nuwun ora panjenengan pengin pinten pirsa piye pripun kepripun pundi punapa saged saking saya sampun samang
  wonten yen napa mawon ndamel damel mambuek buek
  a about am an and any are at be by can could do does for from get have hello hi how i if in is it make me my need of on or please thanks that the there this to
  want was we what when which who will with would you your
  `.split(/\s+/),
);

const meaningsOf = once(
  (synonyms: readonly Synonym[]): ReadonlyMap<string, string> =>
    new Map(synonyms.map(({ say, mean }) => [phraseKey(say), phraseKey(mean)])),
);

/** What people ask, taken apart: aspects ("berapa lama"), and the words that say of what, each with what else it may mean. */
export const readAsked = (text: string, synonyms: readonly Synonym[]): Asked => {
  const { aspects, of } = aspectsIn(text);
  const words = [...new Set(of.filter((word) => !around.has(word) && !/^\p{L}$/u.test(word)))].slice(
    0,
    wordsMost,
  );
  const means = findPhrases(words, meaningsOf(synonyms));
  return {
    aspects,
    said: wordsOf(text),
    words: words.map((word, nth) => ({
      word,
      also: means
        .filter(({ at, length }) => at <= nth && nth < at + length)
        // A meaning that was said itself is no second word for another one.
        .flatMap(({ value }) => (wordsOf(value).some((one) => words.includes(one)) ? [] : [value])),
    })),
  };
};
