import { rewording, type Synonym } from './synonyms.ts';
import { wordsOf } from './words.ts';

/** What people say around the name of a service, in the languages of the house; it tells no service from another. */
const around = new Set(
  `a an and apa apo at bagaimana bagaimano bikin buat cara caro dan dari di do for gimana gmn how i ingin ke layanan
  make mau membuat mengurus minta my ngurus ngurusi nggawe of pengin pengurusan persyaratan saya saratipun syarat syaratnya
  tentang the to untuk urus yang`.split(/\s+/),
);

/** The words that a service is looked for by, with the synonyms of the city; where nothing else is said, all of them. */
export const serviceWords = (typed: string, synonyms: readonly Synonym[]): string[] => {
  const said = [...new Set([...rewording(synonyms)(typed)])];
  const telling = said.filter((word) => !around.has(word));
  return telling.length > 0 ? telling : wordsOf(typed);
};
