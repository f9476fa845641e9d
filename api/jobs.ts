import { changeLetter } from '../bot/jobs/change-letter.ts';
import { type Job, jobs } from '../bot/jobs/index.ts';
import { nudgeLetter } from '../bot/jobs/nudge.ts';
import { shuffleSurvey } from '../db/shuffle-survey.ts';
import { tellOfClosingPhotos } from '../db/stores/closing-letters.ts';
import { findQuietDrafts, nudge } from '../db/stores/drafts.ts';
import { forget } from '../db/stores/forget.ts';
import { tendQuestions } from '../db/stores/hand-over-reminders.ts';
import { remindRights } from '../db/stores/rights-reminders.ts';
import { tendThreads } from '../db/stores/survey-thread-reminders.ts';
import { tellChanges } from '../db/tell-changes.ts';
import { clockJobs } from './clock-jobs.ts';
import type { OpenHall } from './hall.ts';
import { forgetPhotos } from './media/forget-photos.ts';
import type { Storage } from './media/storage/storage.ts';

const nudgeDrafts = async (hall: OpenHall): Promise<number> => {
  const now = hall.clock.now();
  let written = 0;
  for (const contact of await findQuietDrafts(hall.database, now)) {
    const session = await hall.sessions.of(contact);
    const letter = session && nudgeLetter(hall.parts, session);
    if (session && letter && (await nudge(hall.database, hall.seal, session.contact, letter, now)))
      written += 1;
  }
  return written;
};

/**
 * The jobs of this hall, by name. `storage`: where photos lie, if this process keeps any; `exercises`: what makes them of
 * solved reports, which only a Node process carries.
 */
export const jobsOf = (
  hall: OpenHall,
  media: () => Promise<number>,
  storage?: Storage,
  exercises: () => Promise<number> = async () => 0,
): Job[] =>
  jobs({
    'deliver-outbox': async () => {
      await tellOfClosingPhotos(hall.database, hall.seal, hall.clock.now());
      return (await hall.announce()) + (await hall.deliver());
    },
    'clean-photos': media,
    'nudge-drafts': () => nudgeDrafts(hall),
    'shuffle-survey': () => shuffleSurvey(hall.database, hall.seal, hall.city(), hall.clock.now()),
    forget: async () => {
      const forgetOld = () => forget(hall.database, hall.seal, hall.clock.now());
      const rows = await forgetOld();
      const photos = storage ? await forgetPhotos(hall, storage) : 0;
      return rows + photos + (photos > 0 ? await forgetOld() : 0);
    },
    'answer-people': async () => {
      const { database, seal, city, clock } = hall;
      const asked = await tendQuestions(database, seal, city(), clock.now());
      return asked + (await tendThreads(database, seal, city(), clock.now()));
    },
    'tell-changes': () => tellChanges(hall.database, hall.seal, hall.city(), hall.clock.now(), changeLetter),
    'answer-rights': () => remindRights(hall.database, hall.seal, hall.city().agency.zone, hall.clock.now()),
    ...clockJobs(hall),
    'make-exercises': exercises,
    'refresh-city': async () => {
      await hall.refresh();
      return 0;
    },
  });
