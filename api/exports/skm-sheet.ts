import { surveyOf } from '../../bot/domain/skm/survey-settings.ts';
import { skmResults } from '../../db/reads/skm-results.ts';
import { asObjects } from './column.ts';
import { csvOf } from './csv.ts';
import type { Asked, Made } from './export-kind.ts';
import { skmChecks, skmColumns, skmNames } from './skm-columns.ts';
import { xlsxOf } from './xlsx.ts';

/** `export skm` as a sheet: one row per service and one per office, from every form that counts in the period, groups of one too, for it is the agency's own paper. */
export const skmSheet =
  (format: 'csv' | 'xlsx') =>
  async ({ runner, city, period, unit, service }: Asked): Promise<Made> => {
    const columns = [...skmColumns, ...skmNames, ...skmChecks(surveyOf(city.agency.settings).weight)];
    const results = await skmResults(runner, city, { period, by: 'counted', ...(unit && { unit }) });
    const rows = service === undefined ? results : results.filter((row) => row.service?.code === service);
    if (service !== undefined && rows.length === 0)
      return { refused: `There is no service ${service} here.` };
    const bytes =
      format === 'csv'
        ? new TextEncoder().encode(csvOf(columns, rows))
        : await xlsxOf(`SKM ${period.name}`.slice(0, 31), columns, rows);
    return { files: [{ name: `skm-${period.name}.${format}`, bytes }], data: asObjects(columns, rows) };
  };
