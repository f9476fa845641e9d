import { addCalendarDays, type LocalDate } from '../local-date.ts';
import type { Need } from './help-needed.ts';
import type { Jp } from './jp.ts';
import type { JpDuty } from './training-rules.ts';

/** So many days lie between two kind words to one person about one thing. */
const daysBetween = 7;

/** A kind word that somebody was sent, by the local day. */
export type KindWord = { item: string; on: LocalDate };

/** The first day whose words still count. */
export const wordsSince = (today: LocalDate): LocalDate => addCalendarDays(today, 1 - daysBetween);

/** Whether somebody was sent a kind word today; one a day is enough, whoever it comes from. */
export const wasGreeted = (words: readonly KindWord[], today: LocalDate): boolean =>
  words.some(({ on }) => on === today);

/** Whether somebody was sent one about an item within a week. */
export const wasSpokenOf = (words: readonly KindWord[], item: string, today: LocalDate): boolean =>
  words.some((word) => word.item === item && word.on >= wordsSince(today));

/** A letter with a kind word on its way: who it is from, what it is about, and its reader's hours of the year. */
export type OpenKindWord = Pick<Need, 'kind' | 'key' | 'about'> & {
  letter: number;
  from: 'supervisor' | 'hr';
  due: LocalDate;
  verified: Jp;
  duty: JpDuty;
};
