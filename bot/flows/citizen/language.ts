import { form } from '../../conversation/form.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { literal, say } from '../../conversation/reply.ts';
import { isReviewed } from '../../i18n/languages.ts';

type Answers = { language: string };

/** Each language by its own name, so that somebody who reads no other finds it. */
export const languageNames: { [locale: string]: string } = {
  id: 'Bahasa Indonesia',
  jv: 'Basa Jawa',
  min: 'Bahaso Minangkabau',
  en: 'English',
};

/** Chooses the language; it is kept for this contact. */
export const language = form<Answers>({
  id: 'language',
  questions: ({ moment }) => ({
    language: pick({
      text: say('language.ask'),
      choices: moment.city.agency.locales.map((id) => ({ id, label: literal(languageNames[id] ?? id) })),
    }),
  }),
  finish: ({ answers: { language: locale = 'id' } }) => ({
    say: [
      {
        text: isReviewed(locale)
          ? say('language.done')
          : { join: [say('language.done'), say('language.trial')], by: '\n' },
        choices: [
          { id: 'go:report', label: say('button.report') },
          { id: 'go:menu', label: say('button.menu') },
        ],
      },
    ],
    effects: [{ do: 'contact.locale', locale }],
  }),
});
