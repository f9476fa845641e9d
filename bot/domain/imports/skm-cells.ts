import { type Answer, scale } from '../skm/elements.ts';
import { ageBand, type Respondent, respondentFields } from '../skm/survey-form.ts';
import type { Cell } from './column.ts';
import { because } from './fault.ts';

/** How the cells of a paper form are read, the ways in which offices write them included. */

/** 1 to 4; a dash is a blank, as in published tables. */
export const answer = (text: string): Cell<Answer | null> => {
  if (text === '-') return { value: null };
  const found = scale.find((worth) => String(worth) === text);
  return found ? { value: found } : { reason: because('whole', { from: 1, to: 4 }) };
};

const said = (text: string): string => text.toLowerCase().replace(/[\s./_-]+/g, '');

const oneSaid =
  <const T extends string>(choices: readonly T[], ways: { readonly [said: string]: T }) =>
  (text: string): Cell<T> => {
    const own = choices.find((one) => said(one) === said(text));
    const value = own ?? (Object.hasOwn(ways, said(text)) ? ways[said(text)] : undefined);
    return value ? { value } : { reason: because('choice', { text: choices.join(', ') }) };
  };

export const sex = oneSaid(respondentFields.sex, {
  lakilaki: 'L',
  laki: 'L',
  pria: 'L',
  perempuan: 'P',
  wanita: 'P',
});

export const education = oneSaid(respondentFields.education, {
  slta: 'sma',
  smk: 'sma',
  sltp: 'smp',
  ...Object.fromEntries(
    ['d1', 'd2', 'd3', 'd4', 'di', 'dii', 'diii', 'div'].map((step) => [step, 'd1-d4' as const]),
  ),
  s3: 's2',
});

export const work = oneSaid(respondentFields.work, { wiraswasta: 'wirausaha', lain: 'lainnya' });

/** A number of years, or the band itself. */
export const age = (text: string): Cell<NonNullable<Respondent['age']>> => {
  const years = /^\d{1,3}$/.test(text) ? Number(text) : undefined;
  if (years !== undefined && years >= 5 && years <= 120) return { value: ageBand(years) };
  const band = respondentFields.age.find((one) => one === text.toLowerCase().replace(/[–—]/g, '-'));
  return band ? { value: band } : { reason: because('age', { text: respondentFields.age.join(', ') }) };
};
