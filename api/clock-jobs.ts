import type { JobName } from '../bot/jobs/index.ts';
import { createRemind } from '../bot/jobs/remind.ts';
import { createSurveyWeek } from '../bot/jobs/survey-week.ts';
import { createTeamCase } from '../bot/jobs/team-case.ts';
import { createWatchHolidays } from '../bot/jobs/watch-holidays.ts';
import { createDigest } from '../bot/jobs/weekly-digest.ts';
import type { Stages } from '../bot/reminding.ts';
import { createBulletins } from '../db/bulletins.ts';
import { planReminders } from '../db/reminders/plan-reminders.ts';
import { createSurveyLetters } from '../db/survey-letters.ts';
import { createTeamCases } from '../db/team-cases.ts';
import { createWatches } from '../db/watches.ts';
import { createAwardJob } from './award-job.ts';
import { createCoachingJob } from './coaching-job.ts';
import type { OpenHall } from './hall.ts';

const reminding: Stages = ['half_time', 'day_before', 'own_up', 'news', 'escalate', 'answer_soon'];
const closing: Stages = ['pause_end', 'auto_close'];

/** What the days bring for reports and offices, by the hall's clock. */
export const clockJobs = (hall: OpenHall) => {
  const { database, seal, city, clock, extras, roomOf } = hall;
  const { now } = clock;
  const remind = createRemind({ watches: createWatches(database, seal, city), city, now, roomOf });
  const bulletins = createBulletins(database, seal, city);
  return {
    'escalate-reports': () => remind(reminding),
    'close-silent-reports': () => remind(closing),
    'weekly-digest': createDigest({ bulletins, city, now }),
    'survey-week': createSurveyWeek({
      letters: createSurveyLetters(database, seal, city, bulletins),
      city,
      now,
    }),
    'coach-units': createCoachingJob(hall, bulletins),
    'team-case': createTeamCase({ cases: createTeamCases(database, seal), city, now }),
    'watch-holidays': createWatchHolidays({ bulletins, city, now }),
    'remind-training': () =>
      planReminders(database, seal, { city: city(), now: now(), extras, asIf: clock.asIf }),
    award: createAwardJob(hall),
  } satisfies { [name in JobName]?: () => Promise<number> };
};
