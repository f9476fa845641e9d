import { inArray } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import type { Database } from '../../database.ts';
import { loadCity } from '../../reads/city.ts';
import { knownAnswer, report, service, unit } from '../../schema/index.ts';
import type { Seal } from '../../sealed.ts';
import type { Progress } from '../progress.ts';
import { seedLock } from '../seed-lock.ts';
import { demoTickets, imagineReports } from './imagine.ts';
import { questionRows } from './question-rows.ts';
import { serviceRows } from './service-rows.ts';
import { imagineStaff } from './staff.ts';
import { imagineSurvey, writeSurvey } from './survey.ts';
import { writeCoaching } from './write-coaching.ts';
import { writeExercises } from './write-exercises.ts';
import { writeLessons } from './write-lessons.ts';
import { writePeople } from './write-people.ts';
import { writeReports } from './write-reports.ts';
import { writeStaff } from './write-staff.ts';
import { writeTraining } from './write-training.ts';

/**
 * Fills a loaded city with invented services and answers, invented people in its offices with what they learn, and three months of invented reports before `until`, all or
 * nothing; its Javanese is Salatiga's. A hall that holds a single one of the reports gets no more of them. Throws `NoCity` before a city was loaded.
 */
export async function seedDemo(
  database: Pick<Database, 'db' | 'sql'>,
  seal: Seal,
  { until, progress = () => {} }: { until: Date; progress?: Progress },
): Promise<void> {
  const city = await loadCity(database, { publicUrl: '' });
  const tickets = demoTickets(city.agency.prefix);
  await database.db.transaction(async (tx) => {
    await tx.execute(seedLock);
    const services = serviceRows(city.units);
    const added = await tx
      .insert(service)
      .values(services)
      .onConflictDoNothing()
      .returning({ code: service.code });
    if (added.length > 0) progress('services', added.length);
    const asked = await tx
      .insert(knownAnswer)
      .values(questionRows(city.agency, await tx.select().from(unit), localDate(until, city.agency.zone)))
      .onConflictDoNothing()
      .returning({ code: knownAnswer.code });
    if (asked.length > 0) progress('questions', asked.length);
    const rated = await writeSurvey(tx, imagineSurvey(city, services, until));
    if (rated > 0) progress('ratings', rated);
    const staff = imagineStaff(city);
    const { hired, atWork } = await writeStaff(tx, staff);
    if (hired > 0) progress('employees', hired);
    const taught = await writeTraining(tx, city, staff, until);
    if (taught > 0) progress('trainings', taught);
    await writeLessons(tx, city, staff, until);
    const there = await tx
      .select({ id: report.id })
      .from(report)
      .where(inArray(report.ticket, tickets))
      .limit(1);
    if (there.length > 0) return;
    const reports = imagineReports(city, until);
    await writeReports(tx, seal, reports, await writePeople(tx, seal, reports), atWork);
    await writeExercises(tx, seal, city, until);
    await writeCoaching(tx, city, until);
    progress('reports', reports.length);
  });
}
