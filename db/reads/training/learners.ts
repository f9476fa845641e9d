import { localDate } from '../../../bot/domain/local-date.ts';
import type { Item } from '../../../bot/domain/reminding/item.ts';
import { itemsOf, type Touch } from '../../../bot/domain/reminding/items-of.ts';
import type { TrainingRecord } from '../../../bot/domain/training/training-record.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import { type YearStanding, yearStanding } from '../../../bot/domain/training/year-standing.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { readCatalogue } from './catalogue.ts';
import { readTrainingRecords } from './records.ts';

/** An employee's record with what is open in it, and their year, on a local day. */
export type Learner = { record: TrainingRecord; items: Item[]; standing: YearStanding };

const untouched: ReadonlyMap<string, Touch> = new Map();

/** How learning stands with some employees, read at once for all of them. */
export const readLearners = async (
  runner: Runner,
  city: City,
  { employees, now }: { employees: readonly number[]; now: Date },
): Promise<Learner[]> => {
  const { agency, calendar } = city;
  const today = localDate(now, agency.zone);
  const settings = trainingOf(agency.settings);
  const catalogue = await readCatalogue(runner);
  const facts = { catalogue, settings, calendar, touches: untouched, asker: agency.name, today };
  return (await readTrainingRecords(runner, city, { employees, catalogue })).map((record) => ({
    record,
    items: itemsOf(record, facts),
    standing: yearStanding(record.certificates, record.kind, today, calendar, settings.rules),
  }));
};
