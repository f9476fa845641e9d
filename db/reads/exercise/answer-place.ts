/** Where an answer's words are sealed. */
export const answerPlace = (id: number): string => `exercise-answer|${id}`;
