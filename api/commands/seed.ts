import { loadCity } from '../../db/reads/city.ts';
import { seedDemo } from '../../db/seed/demo/index.ts';
import { cityNames, seedCity } from '../../db/seed/index.ts';
import { storageOf } from '../media/index.ts';
import { seedPictures } from '../modules/seed-pictures.ts';
import { operatorCommand } from './operator-command.ts';
import { done, refused } from './outcome.ts';
import { withProgress } from './progress.ts';
import { settings, withDatabase } from './with-database.ts';

/** Loads what a city starts with. Repeating it adds only what is missing; a production database never gets invented reports. */
export const seedCommand = operatorCommand(
  { name: 'seed', description: 'Load a city: offices, categories, regions, holidays' },
  {
    city: { type: 'enum', options: [...cityNames], required: true, description: 'Which city' },
    demo: { type: 'boolean', description: 'Also three months of invented reports' },
  },
  async ({ city, demo, json }) => {
    const env = settings();
    if (demo && env.production) return refused('Invented reports have no place in production.');
    return withProgress(`Loading ${city}`, { quiet: json === true }, ({ tell }) =>
      withDatabase(env, async ({ database, seal }) => {
        const rows: { [part: string]: number } = {};
        const progress = (part: string, count: number) => {
          rows[part] = count;
          tell(`${count} ${part}`);
        };
        await seedCity(database, city, { progress, offices: demo ? 'on' : 'off' });
        await seedPictures({ database }, storageOf(env));
        if (demo) await seedDemo(database, seal, { until: new Date(), progress });
        const { agency } = await loadCity(database, { publicUrl: env.PUBLIC_URL });
        const parts = Object.entries(rows).map(([part, count]) => `${count} ${part}`);
        const there = demo && rows.reports === undefined ? ' The invented reports were there before.' : '';
        const data = { city, agency: agency.name, prefix: agency.prefix, demo: demo === true, rows };
        return done(`${agency.name} is loaded: ${parts.join(', ')}.${there}`, data);
      }),
    );
  },
);
