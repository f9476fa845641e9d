import { addCalendarDays, type LocalDate } from '../local-date.ts';
import type { AwardNow } from './award-now.ts';
import type { Verdict } from './nominee-state.ts';
import { answerObjectionBy } from './objection.ts';
import { isIn, isPast } from './standing.ts';

/** An objection: to a nominee's own record or what the committee made of it, or to the provisional result. */
export type ObjectionAbout = 'record' | 'result';

/** Whether nominees may object to their record now: in the days for it, and to a refusal from the moment it is given. */
export const mayObjectToRecord = (
  { standing, frozen }: Pick<AwardNow, 'standing' | 'frozen'>,
  verdict: Verdict | null,
): boolean =>
  !frozen && (isIn(standing, 'koreksi') || (verdict === 'refused' && isIn(standing, 'verifikasi')));

/** The last day for a written answer: about a record before the vote begins, so that it can still put somebody on the ballot paper. */
export const answerBy = ({ schedule }: Pick<AwardNow, 'schedule'>, about: ObjectionAbout): LocalDate => {
  if (about === 'result') return answerObjectionBy(schedule);
  const vote = schedule.phases.find(({ name }) => name === 'pemungutan_suara');
  if (!vote) throw new RangeError('the schedule has no vote');
  return addCalendarDays(vote.from, -1);
};

/** Why nobody may object to the result now: it is not told, or its days are over. */
export const resultClosed = ({
  standing,
  announced,
  decided,
}: Pick<AwardNow, 'standing' | 'announced' | 'decided'>): 'not-told' | 'over' | 'nominee' | undefined => {
  if (decided || isPast(standing, 'masa_sanggah')) return 'over';
  if (announced && isIn(standing, 'masa_sanggah')) return undefined;
  return isPast(standing, 'koreksi') ? 'not-told' : 'nominee';
};
