import { broadcastView } from '../../db/reads/broadcast.ts';
import { pauseBulk, resumeBulk } from '../../db/stores/bulk-pause.ts';
import { hourIn } from './broadcast-words.ts';
import { operatorCommand } from './operator-command.ts';
import { done } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

/** Stops letters in bulk. */
export const pauseCommand = operatorCommand(
  { name: 'pause', description: 'Stop letters in bulk; answers to people go on', asks: 'tend-outbox' },
  {},
  () => {
    const env = settings();
    return withDatabase(env, async ({ database }) => {
      const { since, changed } = await pauseBulk(database);
      const { waiting, zone } = await broadcastView(database);
      const words = changed
        ? 'Letters in bulk are stopped; what a service has in hand goes within seconds.'
        : `Letters in bulk have been stopped since ${hourIn(since, new Date(), zone ?? env.AGENCY_TIMEZONE)}.`;
      return done(`${words} ${waiting} wait. Let them go on with "npm run pendopo -- outbox resume".`, {
        paused: true,
        since,
        changed,
        waiting,
      });
    });
  },
);

/** Lets them go on. */
export const resumeCommand = operatorCommand(
  { name: 'resume', description: 'Let letters in bulk go on', asks: 'tend-outbox' },
  {},
  () =>
    withDatabase(settings(), async ({ database }) => {
      const changed = await resumeBulk(database);
      const { waiting } = await broadcastView(database);
      const words = changed
        ? 'Letters in bulk go on; a running service notices within two seconds.'
        : 'Letters in bulk were not stopped.';
      return done(`${words} ${waiting} wait.`, { paused: false, changed, waiting });
    }),
);
