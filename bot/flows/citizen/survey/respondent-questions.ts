import type { Question } from '../../../conversation/question.ts';
import { optional } from '../../../conversation/questions/optional.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { type Choice, say } from '../../../conversation/reply.ts';
import {
  ageBand,
  respondentFields as fields,
  type RespondentField,
} from '../../../domain/skm/survey-form.ts';

/** What somebody said of themselves; null is what they would rather not. */
type Said<F extends RespondentField> = (typeof fields)[F][number];
export type RespondentAnswers = { [F in RespondentField]: Said<F> | null };

const choices: { readonly [F in RespondentField]: readonly Choice[] } = {
  sex: fields.sex.map((id) => ({ id, label: say(`skm.sex.${id}`) })),
  age: fields.age.map((id) => ({ id, label: say(`skm.age.${id}`) })),
  education: fields.education.map((id) => ({ id, label: say(`skm.education.${id}`) })),
  work: fields.work.map((id) => ({ id, label: say(`skm.work.${id}`) })),
};

const asked = <F extends RespondentField>(field: F): Question<Said<F> | null> =>
  optional(pick<Said<F>>({ text: say(`skm.ask.${field}`), choices: choices[field], columns: 2 }));

/** Nobody who fills a form in is younger (years). */
const youngest = 8;

/** An age may also be typed in years; small numbers are those of the choices. */
const age: Question<RespondentAnswers['age']> = {
  ...asked('age'),
  hear: {
    ...asked('age').hear,
    text: ({ text }) => {
      const [, years] = /^(\d{1,3})(?!\d)/.exec(text.trim()) ?? [];
      const said = Number(years);
      return said >= youngest && said <= 120 ? { answer: ageBand(said) } : { again: say('again.choose') };
    },
  },
};

/** The respondent block of the official form, each field of which may be skipped. */
export const respondentQuestions: { [F in RespondentField]: Question<RespondentAnswers[F]> } = {
  sex: asked('sex'),
  age,
  education: asked('education'),
  work: asked('work'),
};
