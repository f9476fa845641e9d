import type { TieStep } from './cycle.ts';
import type { Criterion } from './score-rules.ts';

/** A score as it is published: each part and the total as printed, two decimals with a point; `votes` of how many; `by`: what decided the place. */
export type PublishedScore = {
  parts: { readonly [criterion in Criterion]: string };
  total: string;
  votes: { for: number; of: number };
  by: 'total' | TieStep | 'tie';
};
