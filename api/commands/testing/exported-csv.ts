import { parse } from 'csv-parse/sync';
import { readPeriod } from '../../../bot/domain/skm/survey-period.ts';
import { exportKinds } from '../../exports/index.ts';
import type { TestHall } from '../../testing/hall.ts';

/** What an export says as CSV, row by row as another program reads it; throws the reason where it is refused. */
export const exportedCsv = async (
  { hall }: TestHall,
  kind: string,
  asked: { period: string; unit?: string; service?: string },
): Promise<{ [column: string]: string }[]> => {
  const period = readPeriod(asked.period);
  if ('refused' in period) throw new Error(period.refused);
  const made = await exportKinds[kind]?.formats.csv?.({
    runner: hall.database.sql,
    city: hall.city(),
    now: hall.clock.now(),
    period,
    unit: asked.unit,
    service: asked.service,
    locale: 'id',
  });
  if (!made || 'refused' in made) throw new Error(made?.refused);
  return parse(Buffer.from(made.files[0]?.bytes ?? []), { bom: true, columns: true });
};
