import { inArray, sql } from 'drizzle-orm';
import { isSamePaper, type Paper, titlesOf } from '../../bot/domain/imports/certificates-once.ts';
import { certificate } from '../schema/index.ts';
import type { Personnel } from './personnel.ts';
import type { Tx } from './upsert.ts';

export type HeldRow = typeof certificate.$inferSelect;
type Trainings = Personnel['trainings'];

/** A certificate that is kept, as a paper that a row of a file may be. */
export const paperOf = (
  { number, date, title, trainingCode: code }: HeldRow,
  trainings: Trainings,
): Paper => ({
  number,
  date,
  titles: titlesOf({ code, title }, trainings),
});

/** Certificates of these people, of each the oldest first. */
export const heldBy = async (tx: Tx, employees: readonly number[]): Promise<Map<number, HeldRow[]>> => {
  const rows = employees.length
    ? await tx
        .select()
        .from(certificate)
        .where(inArray(certificate.employeeId, [...new Set(employees)]))
        .orderBy(certificate.id)
    : [];
  return Map.groupBy(rows, ({ employeeId }) => employeeId);
};

/** Papers that were refused and that nobody sent again as another certificate, by number of the person. */
export const refusedPapers = async (
  tx: Tx,
  { ids, trainings }: Pick<Personnel, 'ids' | 'trainings'>,
): Promise<Map<string, Paper[]>> => {
  const nips = new Map([...ids].map(([nip, id]) => [id, nip]));
  const rows = await tx
    .select()
    .from(certificate)
    .where(sql`${certificate.employeeId} in (select employee_id from certificate where status = 'ditolak')`);
  const refused = new Map<string, Paper[]>();
  for (const [employee, all] of Map.groupBy(rows, ({ employeeId }) => employeeId)) {
    const others = all.filter(({ status }) => status !== 'ditolak').map((one) => paperOf(one, trainings));
    const papers = all
      .filter(({ status }) => status === 'ditolak')
      .map((one) => paperOf(one, trainings))
      .filter((paper) => !others.some((other) => isSamePaper(other, paper)));
    const nip = nips.get(employee);
    if (nip !== undefined) refused.set(nip, papers);
  }
  return refused;
};

const standing = ['sah', 'menunggu', 'ditolak'] as const;

/** Which of somebody's certificates a row of a file is: one of the same number before one of the same title, and one that counts before others. */
export const sameOf = (paper: Paper, held: readonly HeldRow[], trainings: Trainings): HeldRow | undefined => {
  const found = held.filter((one) => isSamePaper(paperOf(one, trainings), paper));
  const rank = ({ number, status }: HeldRow) =>
    (number !== null && paper.number !== null ? 0 : standing.length) + standing.indexOf(status);
  return found.toSorted((one, other) => rank(one) - rank(other))[0];
};
