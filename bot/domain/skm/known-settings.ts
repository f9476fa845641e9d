import { compare, halfUp, readDecimal } from './fraction.ts';
import { weightConventions } from './ikm.ts';
import { readQuestionOrder } from './question-order.ts';
import { periodLengths } from './survey-period.ts';
import type { SurveySettings } from './survey-settings.ts';

/** A setting of the survey as an operator types it: `read` gives what it changes, or `undefined` for what it may not be. */
export type KnownSetting = {
  name: `skm.${keyof SurveySettings}`;
  /** What it may be, in words. */
  allowed: string;
  read: (text: string, now: SurveySettings) => Partial<SurveySettings> | undefined;
  said: (now: SurveySettings) => string;
};

/** A value of an element, 25.00 to 100.00, as it is printed. */
const readValue = (text: string): string | undefined => {
  if (!/^\d{2,3}([.,]\d{1,2})?$/.test(text)) return undefined;
  const value = readDecimal(text);
  const onScale = compare(value, readDecimal('25')) >= 0 && compare(value, readDecimal('100')) <= 0;
  return onScale ? halfUp(value, 2) : undefined;
};

/** What an agency may decide about its survey, each by its name (`domain/skm.md` section 5 and 4). */
export const knownSettings: readonly KnownSetting[] = [
  {
    name: 'skm.weight',
    allowed: weightConventions.join(', '),
    read: (text) => {
      const weight = weightConventions.find((known) => known === text);
      return weight && { weight };
    },
    said: ({ weight }) => weight,
  },
  {
    name: 'skm.period',
    allowed: periodLengths.join(', '),
    read: (text) => {
      const period = periodLengths.find((known) => known === text);
      return period && { period };
    },
    said: ({ period }) => period,
  },
  {
    name: 'skm.order',
    allowed: 'list, questionnaire, or the nine elements with commas',
    read: (text) => {
      const order = readQuestionOrder(text);
      return order && { order };
    },
    said: ({ order }) => (typeof order === 'string' ? order : order.join(',')),
  },
  {
    name: 'skm.low',
    allowed: '25.00 to 100.00',
    read: (text, { low }) => {
      const below = readValue(text);
      return below === undefined ? undefined : { low: { ...low, below } };
    },
    said: ({ low }) => low.below,
  },
];
