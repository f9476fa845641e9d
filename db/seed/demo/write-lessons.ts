import { sql } from 'drizzle-orm';
import type { City } from '../../../bot/ports.ts';
import {
  learningModule,
  moduleCertificate,
  moduleProgress,
  moduleRepetition,
  selfCheck,
} from '../../schema/index.ts';
import { imagineLessons } from './imagine-lessons.ts';
import type { DemoEmployee } from './staff.ts';
import type { Tx } from './write-people.ts';

/** Lets the people of the demo have learnt something in its modules, in a hall where nobody has yet. */
export const writeLessons = async (
  tx: Tx,
  city: City,
  staff: readonly DemoEmployee[],
  until: Date,
): Promise<void> => {
  const [there] = await tx.execute<{ filled: boolean }>(
    sql`select exists (select from module_progress) or exists (select from self_check) as filled`,
  );
  if (there?.filled) return;
  const modules = await tx.select().from(learningModule).orderBy(learningModule.code);
  const people = await tx.execute<{ id: number; nip: string }>(sql`select id::int as id, nip from employee`);
  const ids = new Map(people.map(({ id, nip }) => [nip, id]));
  const owned = <Row extends { nip: string }>(rows: readonly Row[]) =>
    rows.flatMap(({ nip, ...row }) => {
      const employeeId = ids.get(nip);
      return employeeId === undefined ? [] : [{ ...row, employeeId }];
    });
  const taught = modules.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ content }) => content);
  const { progress, repetitions, certificates, checks } = imagineLessons(city, staff, taught, until);
  if (progress.length > 0) await tx.insert(moduleProgress).values(owned(progress));
  if (repetitions.length > 0) await tx.insert(moduleRepetition).values(owned(repetitions));
  if (certificates.length > 0) await tx.insert(moduleCertificate).values(owned(certificates));
  if (checks.length > 0) await tx.insert(selfCheck).values(owned(checks));
};
