import { addHours } from './local-date.ts';

/** The law counts 3 x 24 hours, weekends and holidays included (UU 27/2022 art. 30 and 32); the named officer is reminded a day before. */
export const rightsHours = { answer: 72, remind: 48 } as const;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 6;

/** A fresh number of such a request, as `D-7K4PQ2`: shorter before the dash than any ticket's prefix, so that nobody takes it for one. */
export const newRightsNumber = (random: (bytes: number) => Uint8Array): string =>
  `D-${Array.from(random(codeLength), (byte) => alphabet.charAt(byte % alphabet.length)).join('')}`;

export const isRightsNumber = (text: string): boolean => /^D-[0-9A-HJKMNP-TV-Z]{6}$/.test(text);

/** By when a request must be answered. */
export const answerDue = (askedAt: Date): Date => addHours(askedAt, rightsHours.answer);
