import { type Category, suggestCategories } from './category.ts';
import { dangerIn } from './danger.ts';
import { isGreeting } from './greeting.ts';
import { isQuestion, kindOf, speaksOfTrouble } from './report-kind.ts';
import { rewording, type Synonym } from './synonyms.ts';
import { wordsOf } from './words.ts';

/** Words that carry no matter of their own; what is left is what the message says. */
const filler = new Set(
  `
halo hallo hai hi hello assalamualaikum selamat pagi siang sore malam permisi min mimin admin pak bapak bu ibu kak mas mbak bang uda uni
saya aku kami mau ingin pengen hendak melapor lapor laporan laporkan melaporkan report ya dong nih sih aja tolong mohon minta info
terima kasih makasih terimakasih trims suwun nuwun matur tarimo thanks thank you sudah ok oke baik siap i want to would like please
dan di ke yang itu ini ambo awak kulo kula ajeng arep nak ka the a an is
`.split(/\s+/),
);

/**
 * Whether a first message is already the report, so that nothing stands before it. It names a trouble and a known
 * matter, or says enough of either. Questions without a trouble and thanks are not reports; danger always is.
 */
export function looksLikeReport(
  text: string,
  categories: readonly Category[],
  synonyms: readonly Synonym[] = [],
): boolean {
  if (isGreeting(text)) return false;
  if (dangerIn(text) !== undefined) return true;
  const words = rewording(synonyms)(text);
  const matter = words.filter((word) => !filler.has(word)).length;
  const trouble = speaksOfTrouble(wordsOf(text)) || speaksOfTrouble(words);
  const known = suggestCategories(text, categories, 1, synonyms).length > 0;
  if (trouble) return known ? matter >= 2 : matter >= 4;
  if (isQuestion(text)) return false;
  return known && (matter >= 5 || (kindOf(text) === 'aspirasi' && matter >= 3));
}
