import type { AgencySettings } from '../agency.ts';
import { type CoachingRules, usualCoaching } from './coaching-rules.ts';

/** What of the rules an agency may decide itself: how far a figure falls before help is offered. */
export type CoachingSettings = Pick<CoachingRules, 'times' | 'onTimeBelow' | 'elementBelow'>;

/** The rules as an agency has them. */
export const coachingOf = ({ coaching }: Pick<AgencySettings, 'coaching'>): CoachingRules => ({
  ...usualCoaching,
  ...coaching,
});
