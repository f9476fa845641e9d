import type { sentences as atHand } from './sentences.ts';

type Sentences = typeof atHand;
type Named = keyof Sentences;

let learnt: Sentences | undefined;

/** Nothing is said in place of a sentence that we do not have. */
const known = (): Sentences => {
  if (!learnt) throw new Error('no language has been read yet');
  return learnt;
};

/** The same sentences where they lie beside the code, as for a Worker: to use one before all are learnt is an error. */
export const sentences: Sentences = {
  get id() {
    return known().id;
  },
  get jv() {
    return known().jv;
  },
  get min() {
    return known().min;
  },
  get en() {
    return known().en;
  },
};

/** A sentence as `sentences.ts` gives it: looked up, without the library that a Worker would have to carry for it. */
export const sentenceOf = (language: Named, key: keyof Sentences['id']): string =>
  known()[language][key] ?? known().id[key] ?? key;

/** One deploy brings code and languages together, so that what is in place is whole. */
const isFile = <L extends Named>(file: unknown): file is Sentences[L] =>
  typeof file === 'object' &&
  file !== null &&
  Object.keys(file).length > 0 &&
  Object.values(file).every((sentence) => typeof sentence === 'string');

/** Reads every language once, by `read`, and keeps them as long as the process lives. Throws, and keeps none, when one cannot be read. */
export const learnSentences = async (read: (language: Named) => Promise<unknown>): Promise<void> => {
  if (learnt) return;
  const fileOf = async <L extends Named>(language: L): Promise<Sentences[L]> => {
    const file = await read(language);
    if (!isFile<L>(file)) throw new Error(`${language} is no language`);
    return file;
  };
  const [id, jv, min, en] = await Promise.all([fileOf('id'), fileOf('jv'), fileOf('min'), fileOf('en')]);
  learnt = { id, jv, min, en };
};
