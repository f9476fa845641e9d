import { type Answers, elements, isAnswer } from './elements.ts';

/**
 * Who answers, as far as they want to say: the block of the official form (PermenPANRB 14/2017) without a name. Age in
 * bands and schooling in steps, so that no row tells of one person only.
 */
export const respondentFields = {
  sex: ['L', 'P'],
  age: ['under-20', '20-29', '30-39', '40-49', '50-59', 'over-59'],
  education: ['sd', 'smp', 'sma', 'd1-d4', 's1', 's2'],
  work: ['pns', 'tni', 'polri', 'swasta', 'wirausaha', 'lainnya'],
} as const;
export type RespondentField = keyof typeof respondentFields;

export type Respondent = { readonly [F in RespondentField]?: (typeof respondentFields)[F][number] };

/** One filled form: at least one answer, and what else the person wanted to say. It never holds who they are. */
export type SurveyForm = { answers: Answers; respondent: Respondent; comment?: string };

/** The band an age in whole years lies in. */
export const ageBand = (years: number): NonNullable<Respondent['age']> =>
  years < 20
    ? 'under-20'
    : years < 30
      ? '20-29'
      : years < 40
        ? '30-39'
        : years < 50
          ? '40-49'
          : years < 60
            ? '50-59'
            : 'over-59';

const isOf = (field: RespondentField, value: unknown): boolean =>
  value === undefined || (respondentFields[field] as readonly unknown[]).includes(value);

/** Whether something read back is a form that may be counted. */
export const isSurveyForm = (value: unknown): value is SurveyForm => {
  if (typeof value !== 'object' || value === null) return false;
  const { answers, respondent, comment } = value as Partial<SurveyForm>;
  if (!answers || !respondent) return false;
  const given = elements.map((element) => answers[element]).filter((one) => one !== undefined);
  return (
    given.length > 0 &&
    given.every(isAnswer) &&
    (Object.keys(respondentFields) as RespondentField[]).every((field) => isOf(field, respondent[field])) &&
    (comment === undefined || typeof comment === 'string')
  );
};
