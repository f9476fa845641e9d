import type { TextKey } from '../../i18n/keys.ts';
import type { Template } from './template.ts';

/** A template as it is submitted: which letters it announces (by the beginning of what they are about), and where its sentences stand. */
export type KnockTemplate = {
  name: string;
  category: 'UTILITY';
  about: string;
  text: TextKey;
  params: readonly 'ticket'[];
  button: TextKey;
};

/**
 * What knocks where free words come too late: it says what the news is about, and its one button opens the window, so
 * that the news itself follows. Only facts of one's own report, else Meta calls it marketing (page "template categorization").
 * The last one announces whatever no other does, and says nothing of it: sensitive threads are among that.
 */
export const templates: readonly KnockTemplate[] = [
  {
    name: 'kabar_laporan',
    category: 'UTILITY',
    about: 'report:',
    text: 'template.report',
    params: ['ticket'],
    button: 'button.read-news',
  },
  {
    name: 'kabar_tugas',
    category: 'UTILITY',
    about: 'case:',
    text: 'template.case',
    params: ['ticket'],
    button: 'button.read-news',
  },
  {
    name: 'kabar_umum',
    category: 'UTILITY',
    about: '',
    text: 'template.news',
    params: [],
    button: 'button.read-news',
  },
];

/** Meta has neither Javanese nor Minangkabau (page "supported languages"): whoever reads those is written to in Indonesian. */
export const templateLanguages = ['id', 'en'] as const;

/** What the button sends back: the conversation that says whether more news waits. */
export const knockPayload = 'go:news-waiting';

/** The call that announces a letter, in the person's language where it is approved, else in Indonesian; none where neither is. */
export const templateFor = (
  about: string | undefined,
  locale: string,
  isMissing: (name: string, language: string) => boolean,
): Template | undefined => {
  const wanted = templates.find((one) => (about ?? '').startsWith(one.about));
  if (!wanted) return undefined;
  const { name, params } = wanted;
  const own = templateLanguages.find((language) => language === locale) ?? 'id';
  const language = [own, 'id'].find((one) => !isMissing(name, one));
  if (language === undefined) return undefined;
  const ticket = (about ?? '').slice(wanted.about.length);
  return {
    name,
    language,
    params: Object.fromEntries(params.map((param) => [param, ticket])),
    payloads: [knockPayload],
  };
};
