import type { MyTraining } from './my-training.ts';
import type { TrainingCard } from './training-card.ts';
import type { OfferPage, OfferWish } from './training-offers.ts';

/** What an employee may look up about trainings and their own place in them. */
export type TrainingReads = {
  /** What this employee takes part in, waits for and owes, with the year's hours; null for whoever is no employee. */
  myTraining: () => Promise<MyTraining | null>;
  /** A page of what is open to them. */
  trainingOffers: (wish: OfferWish) => Promise<OfferPage | null>;
  /** A training as they see it, with what they can do about it; null for a code that nobody has. */
  training: (code: string) => Promise<TrainingCard | null>;
};
