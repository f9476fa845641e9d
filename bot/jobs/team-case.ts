import type { TeamCases } from '../bulletin.ts';
import { agencyHours } from '../domain/agency-hours.ts';
import { localDate } from '../domain/local-date.ts';
import { caseWeekOf } from '../domain/modules/case-week.ts';
import { mayWrite } from '../domain/reminding/writing-hours.ts';
import { getsTeamCase, trainingOf } from '../domain/training/training-settings.ts';
import { caseReply, endingReply } from '../flows/officer/team-case-news.ts';
import type { City } from '../ports.ts';

/**
 * Gives each office's group its case on the first working day of a week, and what each choice leads to on the fourth, so that the
 * team talks first. In office hours only; each is told once, whoever runs this and however often. Gives how many were told.
 */
export const createTeamCase =
  ({ cases, city, now }: { cases: TeamCases; city: () => City; now: () => Date }) =>
  async (): Promise<number> => {
    const at = now();
    const { agency, calendar } = city();
    const week = caseWeekOf(calendar, localDate(at, agency.zone));
    if (!week || !mayWrite({ office: agencyHours(city()), leave: [] }, at)) return 0;
    const { monday, ends, today } = week;
    const { teamCase: none } = trainingOf(agency.settings);
    const found = await (today === 'case' ? cases.next(monday) : cases.endings(monday));
    const letters = found
      .filter(({ unit }) => getsTeamCase(none, unit))
      .map(({ unit, to, teamCase, isFirst }) => {
        const say = today === 'case' ? caseReply(teamCase, { ends, isFirst }) : endingReply(teamCase);
        return { unit, to, teamCase, letter: { say, lane: 'bulk' as const } };
      });
    return today === 'case' ? cases.tell(monday, letters) : cases.end(monday, letters);
  };
