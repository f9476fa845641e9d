import { eq } from 'drizzle-orm';
import { type LocalDate, localDate } from '../../bot/domain/local-date.ts';
import { type TrainingSettings, trainingOf } from '../../bot/domain/training/training-settings.ts';
import { agency, employee, training } from '../schema/index.ts';
import type { Aside } from './import-kind.ts';
import type { Tx } from './upsert.ts';

/** What the personnel office's files are read against: who works here by number, the trainings by code, the agency's rules and its day. */
export type Personnel = {
  ids: ReadonlyMap<string, number>;
  trainings: ReadonlyMap<string, typeof training.$inferSelect>;
  settings: TrainingSettings;
  /** The government's name. */
  agency: string;
  today: LocalDate;
};

export const personnelOf = async (tx: Tx, { now, zone }: Pick<Aside, 'now' | 'zone'>): Promise<Personnel> => {
  const people = await tx
    .select({ id: employee.id, nip: employee.nip })
    .from(employee)
    .where(eq(employee.active, true));
  const trainings = await tx.select().from(training);
  const [own] = await tx
    .select({ name: agency.name, zone: agency.zone, settings: agency.settings })
    .from(agency);
  return {
    ids: new Map(people.map(({ id, nip }) => [nip, id])),
    trainings: new Map(trainings.map((one) => [one.code, one])),
    settings: trainingOf(own?.settings ?? {}),
    agency: own?.name ?? '–',
    today: localDate(now, own?.zone ?? zone),
  };
};
