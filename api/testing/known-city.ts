import { loadCity } from '../../db/reads/city.ts';
import { knownAnswer, service, unit } from '../../db/schema/index.ts';
import { questionRows } from '../../db/seed/demo/question-rows.ts';
import { serviceRows } from '../../db/seed/demo/service-rows.ts';
import type { TestHall } from './hall.ts';

/** Gives a hall the services and checked questions of the demo, every one of them checked on 12 November 2026. */
export const fillKnowledge = async ({ hall: { database } }: TestHall): Promise<void> => {
  const { agency, units } = await loadCity(database, { publicUrl: '' });
  const questions = questionRows(agency, await database.db.select().from(unit), '2026-11-22');
  await database.db.insert(service).values(serviceRows(units));
  await database.db.insert(knownAnswer).values(questions.map((row) => ({ ...row, checkedOn: '2026-11-12' })));
};

/** Sets the hall's clock to ten in the morning of a working day, Monday 23 November 2026, in Salatiga. */
export const atWork = async ({ hall: { clock } }: TestHall): Promise<void> => {
  const wanted = Date.UTC(2026, 10, 23, 3);
  await clock.shift(Math.round((wanted - clock.now().getTime()) / 1000));
};
