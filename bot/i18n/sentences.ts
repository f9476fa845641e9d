import i18next, { type TFunction } from 'i18next';
import en from '../../locales/en.json' with { type: 'json' };
import id from '../../locales/id.json' with { type: 'json' };
import jv from '../../locales/jv.json' with { type: 'json' };
import min from '../../locales/min.json' with { type: 'json' };

/** All that we can say, language by language; a Worker reads `sentences-elsewhere.ts` in its place (package.json, "imports"). */
export const sentences = { id, jv, min, en } as const;

type Language = keyof typeof sentences;
type Speakers = { [language in Language]: TFunction };

const learnToSpeak = (): Speakers => {
  const i18n = i18next.createInstance();
  void i18n.init({
    lng: 'id',
    fallbackLng: 'id',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
    resources: Object.fromEntries(
      Object.entries(sentences).map(([language, translation]) => [language, { translation }]),
    ),
  });
  return Object.fromEntries(
    Object.keys(sentences).map((language) => [language, i18n.getFixedT(language)]),
  ) as Speakers;
};

let speakers: Speakers | undefined;

/** A sentence as it was written, blanks and all; where a language lacks it, in Indonesian. */
export const sentenceOf = (language: Language, key: keyof (typeof sentences)['id']): string => {
  speakers ??= learnToSpeak();
  return speakers[language](key, { skipInterpolation: true });
};
