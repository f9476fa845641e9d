import type { AgencySettings } from '../agency.ts';
import type { WeightConvention } from './ikm.ts';
import type { QuestionOrder } from './question-order.ts';
import type { PeriodLength } from './survey-period.ts';
import { type LowRule, usualLowRule } from './trend.ts';

/**
 * What an agency decides about its survey. `period`: how long one answer per person and service stands; `low`: below
 * which an element asks for something to be done.
 */
export type SurveySettings = {
  weight: WeightConvention;
  period: PeriodLength;
  order: QuestionOrder;
  low: LowRule;
};

/** As the regulation and its official form have it, where an agency said nothing else. */
export const usualSurvey: SurveySettings = {
  weight: 'exact',
  period: 'month',
  order: 'questionnaire',
  low: usualLowRule,
};

export const surveyOf = ({ survey }: Pick<AgencySettings, 'survey'>): SurveySettings => ({
  ...usualSurvey,
  ...survey,
});
