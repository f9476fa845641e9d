/** What the head of a unit says to a proposal. */
export const coachingAnswers = ['taken', 'declined'] as const;
export type CoachingAnswer = (typeof coachingAnswers)[number];

export const isCoachingAnswer = (word: string | undefined): word is CoachingAnswer =>
  coachingAnswers.some((one) => one === word);

/** What may still be said: whoever declined may take it after all; what was taken stays taken. */
export const answersLeft = (said: CoachingAnswer | null): readonly CoachingAnswer[] => {
  if (said === null) return coachingAnswers;
  return said === 'declined' ? ['taken'] : [];
};
