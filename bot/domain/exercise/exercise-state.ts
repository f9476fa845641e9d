/** An exercise waits for an officer, who lets it be used or not. */
export const exerciseStates = ['waiting', 'approved', 'refused'] as const;
