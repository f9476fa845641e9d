import { awardCategories } from './award-category.ts';
import { type Cycle, tieSteps } from './cycle.ts';
import { usualEligibility } from './eligibility-rules.ts';
import { usualScore } from './score-rules.ts';

/** What our proposal fills in where a city's own decree says nothing else (`award.md` section 3): everything but name, year and dates. */
export const usualCycle: Omit<Cycle, 'code' | 'title' | 'year' | 'phases'> = {
  categories: awardCategories,
  nomination: { nominators: 'all', storyLeast: 50, reasonLeast: 20 },
  eligibility: usualEligibility,
  score: usualScore,
  vote: {
    ownOffice: 'barred',
    ownNominee: 'allowed',
    divisor: 'valid',
    quorumPercent: 50,
    extensionDays: 3,
  },
  ties: tieSteps,
  signals: { block: { least: 5, percent: 80 }, burst: { least: 5, minutes: 30 } },
};
