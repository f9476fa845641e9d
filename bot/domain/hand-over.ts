import type { LocalDate } from './local-date.ts';
import { paperNumbers } from './paper-number.ts';
import { addWorkingDays, type Calendar, type Due } from './working-days.ts';

/** Numbers of questions to the officer on duty. */
export const { fresh: newHandOverNumber, is: isHandOverNumber } = paperNumbers('B');

/** By when whoever asks for an officer is answered: the end of the next working day (own rule). */
export const personAnswerDue = (today: LocalDate, calendar: Calendar): Due =>
  addWorkingDays(calendar, today, 1);
