import { addHours } from './local-date.ts';
import { paperNumbers } from './paper-number.ts';

/** The law counts 3 x 24 hours, weekends and holidays included (UU 27/2022 art. 30 and 32); the named officer is reminded a day before. */
export const rightsHours = { answer: 72, remind: 48 } as const;

/** Numbers of such requests. */
export const { fresh: newRightsNumber, is: isRightsNumber } = paperNumbers('D');

/** By when a request must be answered. */
export const answerDue = (askedAt: Date): Date => addHours(askedAt, rightsHours.answer);
