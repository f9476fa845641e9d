import { localDate } from '../../bot/domain/local-date.ts';
import { type PeriodRefusal, readPeriod, surveyPeriod } from '../../bot/domain/skm/survey-period.ts';
import { type Language, languages } from '../../bot/i18n/languages.ts';
import { createHallClock } from '../../db/clock.ts';
import { loadCity } from '../../db/reads/city.ts';
import { doorsOf } from '../env.ts';
import { plainFormats } from '../exports/export-kind.ts';
import { exportKinds } from '../exports/index.ts';
import { writeFiles } from '../exports/write-files.ts';
import { operatorCommand, operatorMay } from './operator-command.ts';
import { done, file, type Outcome, refused, wrongUsage } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const noPeriod: { readonly [R in PeriodRefusal]: string } = {
  shape: 'is no period: 2026, 2026-S1, 2026-Q3, 2026-11 or 2026-07-01..2026-11-20.',
  day: 'holds a day that is in no calendar.',
  backwards: 'ends before it begins.',
};

const listed = Object.entries(exportKinds)
  .map(([kind, { formats }]) => `${kind} (${Object.keys(formats).join(', ')})`)
  .join('; ');

/** Writes figures to a file, or to standard output for another program. Without a period it is the running year. */
export const exportCommand = operatorCommand(
  {
    name: 'export',
    description: 'Write figures to a file: CSV, XLSX and others; without --out to standard output',
  },
  {
    kind: { type: 'positional', required: true, description: listed },
    period: {
      type: 'string',
      description: '2026, 2026-S1, 2026-Q3, 2026-11 or 2026-07-01..2026-11-20; the running year unless said',
    },
    format: { type: 'string', description: 'The first of its kind unless said' },
    unit: {
      type: 'string',
      description: 'Only this office, as "offices" lists it; of people also those of its parts',
    },
    service: { type: 'string', description: 'Only this service, by its code' },
    size: { type: 'enum', options: ['a4', 'a5'], description: 'The paper of posters; a5 unless said' },
    out: { type: 'string', description: 'The file to write; a folder where there are several' },
    locale: {
      type: 'enum',
      options: Object.keys(languages),
      default: 'id' satisfies Language,
      description: 'The language of what is printed',
    },
  },
  async ({
    kind: typed,
    period: said,
    format: wanted,
    unit,
    service,
    size,
    out,
    locale,
    json,
  }): Promise<Outcome> => {
    const kind = Object.hasOwn(exportKinds, typed) ? exportKinds[typed] : undefined;
    if (!kind) return wrongUsage(`There is no export ${typed}: ${listed}.`);
    const format = wanted ?? Object.keys(kind.formats)[0] ?? '';
    const make = Object.hasOwn(kind.formats, format) ? kind.formats[format] : undefined;
    if (!make)
      return wrongUsage(`${typed} is written as ${Object.keys(kind.formats).join(', ')}, not ${format}.`);
    const asked = said === undefined ? undefined : readPeriod(said);
    if (asked && 'refused' in asked) return wrongUsage(`${said} ${noPeriod[asked.refused]}`);
    if (!operatorMay(kind.asks)) return refused(`The operator may not ${kind.asks}.`);
    const env = settings();
    return withDatabase(env, async ({ database }) => {
      const clock = createHallClock(database);
      const [city] = await Promise.all([
        loadCity(database, {
          publicUrl: env.PUBLIC_URL,
          zone: env.AGENCY_TIMEZONE,
          doors: doorsOf(env),
        }),
        clock.refresh(),
      ]);
      if (unit !== undefined && !city.units.some(({ code }) => code === unit))
        return refused(`There is no office ${unit}: "npm run pendopo -- offices" lists them.`);
      const now = clock.now();
      const period = asked ?? surveyPeriod(localDate(now, city.agency.zone), 'year');
      const made = await make({ runner: database.sql, city, now, period, unit, service, locale, size });
      if ('refused' in made) return refused(made.refused);
      if (out !== undefined) {
        const written = await writeFiles(out, made.files);
        return 'refused' in written
          ? refused(written.refused)
          : done(`Written: ${written.paths.join(', ')}`, made.data);
      }
      const [only, more] = made.files;
      if (json) return done('', made.data);
      if (!only || more) return refused('There are several files: name a folder with --out.');
      return file(only.bytes, plainFormats.has(format));
    });
  },
);
