import type { Answer } from '../skm/elements.ts';

/** What is asked after a training, in this order. It is about the training, never about who answers. */
export const reviewQuestions = ['material', 'trainer', 'benefit', 'organisation'] as const;
export type ReviewQuestion = (typeof reviewQuestions)[number];

/** Four answers about a training, 1 to 4. */
export type TrainingReview = { [question in ReviewQuestion]: Answer };
