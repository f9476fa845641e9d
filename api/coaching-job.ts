import type { Bulletin, Bulletins, Reachable } from '../bot/bulletin.ts';
import { agencyHours } from '../bot/domain/agency-hours.ts';
import type { CoachingGoal } from '../bot/domain/coaching/coaching-reads.ts';
import { onDuty } from '../bot/domain/duty-hours.ts';
import { addCalendarDays, type LocalDate, localDate } from '../bot/domain/local-date.ts';
import { may } from '../bot/domain/permissions/may.ts';
import { isGranted } from '../bot/domain/permissions/verdict.ts';
import { mayWrite } from '../bot/domain/reminding/writing-hours.ts';
import { coachingCheckReply, coachingReply } from '../bot/flows/supervisor/coaching-words.ts';
import { lookBack } from '../db/coaching/look-back.ts';
import { proposeCoaching } from '../db/coaching/propose.ts';
import { newsSince } from '../db/reads/coaching/goals.ts';
import type { OpenHall } from './hall.ts';

type Hall = Pick<OpenHall, 'database' | 'city' | 'clock'>;

/** Letters are known by their keys for seven days after they were sent: a head who is away longer finds goals at `/unit`. */
const tellDays = 5;

/** Whoever answers for an office. */
const headsOf = (staff: readonly Reachable[], office: string): Reachable[] =>
  staff.filter(
    (one) => one.office === office && one.hats.some((hat) => isGranted(may(hat, 'answer-coaching', 'own'))),
  );

type News = { goal: CoachingGoal; proposed: boolean; checked: readonly number[] };

/** What one head is to hear of an office's goal, in this order; a proposal that somebody has answered is news to nobody. */
const lettersTo = ({ hearer: to, employee }: Reachable, { goal, proposed, checked }: News): Bulletin[] => {
  const proposal: Bulletin[] =
    proposed && goal.answer === null
      ? [
          {
            to,
            letter: { say: coachingReply(goal), lane: 'bulk', dedupe: `coaching:${goal.id}:${employee}` },
          },
        ]
      : [];
  const looks = goal.checks
    .filter(({ day }) => checked.includes(day))
    .map((check): Bulletin => {
      const dedupe = `coaching:${goal.id}:${check.day}:${employee}`;
      return { to, letter: { say: coachingCheckReply(goal, check), lane: 'bulk', dedupe } };
    });
  return [...proposal, ...looks];
};

/**
 * Help for offices whose figures fell: looks at all of them once a day in the office's hours, keeps what is proposed and the
 * looks back that are due, and tells the heads who are on duty. Each is kept once and each letter has its key, so that several
 * processes and a restart do no harm.
 */
export const createCoachingJob = ({ database, city, clock }: Hall, bulletins: Bulletins) => {
  let looked: LocalDate | undefined;
  return async (): Promise<number> => {
    const at = clock.now();
    const today = localDate(at, city().agency.zone);
    if (!mayWrite({ office: agencyHours(city()), leave: [] }, at)) return 0;
    let done = 0;
    if (looked !== today) {
      done += await lookBack(database.sql, city(), at);
      done += await proposeCoaching(database, city(), at);
      looked = today;
    }
    const news = await newsSince(database.sql, addCalendarDays(today, -tellDays));
    if (news.length === 0) return done;
    const staff = (await bulletins.staff(at)).filter(({ employee, duty }) => onDuty(employee, at, duty));
    const wanted = news.flatMap((one) =>
      headsOf(staff, one.goal.unit.code).map((head) => lettersTo(head, one)),
    );
    const unsent = await bulletins.unsent(wanted.flat().map(({ letter }) => letter.dedupe));
    for (let nth = 0; nth < Math.max(0, ...wanted.map((letters) => letters.length)); nth++)
      done += await bulletins.post(
        wanted.flatMap((letters) => letters[nth] ?? []).filter(({ letter }) => unsent.has(letter.dedupe)),
      );
    return done;
  };
};
