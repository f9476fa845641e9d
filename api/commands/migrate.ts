import { health } from '../../db/reads/health.ts';
import { operatorCommand } from './operator-command.ts';
import { done } from './outcome.ts';
import { withProgress } from './progress.ts';
import { settings, withDatabase } from './with-database.ts';

/** Opening the database brings it up to date; this says so, for those who do it before a new version starts. */
export const migrateCommand = operatorCommand(
  { name: 'migrate', description: 'Bring the database up to date' },
  {},
  ({ json }) =>
    withProgress('Bringing the database up to date', { quiet: json === true }, () =>
      withDatabase(settings(), async ({ database }) => {
        const { migrations } = await health(database);
        return done(`The database is up to date (${migrations} migrations).`, { migrations });
      }),
    ),
);
