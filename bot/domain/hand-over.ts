import type { LocalDate } from './local-date.ts';
import { addWorkingDays, type Calendar, type Due } from './working-days.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 6;

/** A fresh number of a question to the officer on duty, as `B-7K4PQ2`: too short before the dash to be taken for a ticket. */
export const newHandOverNumber = (random: (bytes: number) => Uint8Array): string =>
  `B-${Array.from(random(codeLength), (byte) => alphabet.charAt(byte % alphabet.length)).join('')}`;

export const isHandOverNumber = (text: string): boolean => /^B-[0-9A-HJKMNP-TV-Z]{6}$/.test(text);

/** By when whoever asks for an officer is answered: the end of the next working day (own rule). */
export const personAnswerDue = (today: LocalDate, calendar: Calendar): Due =>
  addWorkingDays(calendar, today, 1);
