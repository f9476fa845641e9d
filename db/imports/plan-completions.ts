import { titlesOf } from '../../bot/domain/imports/certificates-once.ts';
import type { CompletionRecord } from '../../bot/domain/imports/completions.ts';
import type { certificate } from '../schema/index.ts';
import { type HeldRow, heldBy, sameOf } from './held-certificates.ts';
import type { Personnel } from './personnel.ts';
import type { Tx } from './upsert.ts';

export type Certificate = typeof certificate.$inferInsert;

/** A row of the file that is no certificate yet. Its form, place and days are those of the training, unless it was another year's. */
const newCertificate = (
  { title, jp, certificate_number: number, certificate_date: date, provider, ...one }: CompletionRecord,
  employeeId: number,
  { trainings, agency }: Personnel,
  now: Date,
): Certificate => {
  const training = trainings.get(one.training_code ?? '');
  const begins = training?.startsOn;
  const held = training && !(begins && date < begins) ? training : undefined;
  return {
    employeeId,
    trainingCode: training?.code ?? null,
    title: title ?? training?.title ?? '–',
    form: training?.form ?? null,
    provider: provider ?? training?.provider ?? agency,
    place: held?.place ?? null,
    startsOn: held?.startsOn ?? null,
    endsOn: held?.endsOn ?? null,
    jp,
    number: number ?? null,
    date,
    source: 'file',
    status: 'sah',
    sentAt: now,
    judgedAt: now,
  };
};

/** What the file says otherwise of a certificate that is there; one that waited for somebody to look at it waits no longer. */
const otherwise = (one: CompletionRecord, held: HeldRow, now: Date): Partial<Certificate> => {
  const said = {
    jp: one.jp,
    title: one.title ?? held.title,
    number: one.certificate_number ?? held.number,
    provider: one.provider ?? held.provider,
    trainingCode: one.training_code ?? held.trainingCode,
  };
  const changed = Object.entries(said).filter(([name, value]) => held[name as keyof typeof said] !== value);
  const judged = held.status === 'menunggu' ? { status: 'sah' as const, judgedAt: now } : {};
  return { ...Object.fromEntries(changed), ...judged };
};

type CompletionPlan = {
  fresh: Certificate[];
  changed: { held: HeldRow; set: Partial<Certificate> }[];
  rest: HeldRow[];
};

/** What becomes of each row; a certificate is that of one row only, and a refused one stays as it is. */
export const planCompletions = async (
  tx: Tx,
  records: readonly CompletionRecord[],
  personnel: Personnel,
  now: Date,
): Promise<CompletionPlan> => {
  const { ids, trainings } = personnel;
  const mine = records.flatMap((one) => {
    const employee = ids.get(one.nip);
    return employee === undefined ? [] : [{ employee, one }];
  });
  const held = await heldBy(
    tx,
    mine.map(({ employee }) => employee),
  );
  const plan: CompletionPlan = { fresh: [], changed: [], rest: [] };
  for (const { employee, one } of mine) {
    const titles = titlesOf({ code: one.training_code, title: one.title }, trainings);
    const paper = { number: one.certificate_number ?? null, date: one.certificate_date, titles };
    const left = held.get(employee) ?? [];
    const same = sameOf(paper, left, trainings);
    if (!same) {
      plan.fresh.push(newCertificate(one, employee, personnel, now));
      continue;
    }
    held.set(
      employee,
      left.filter((other) => other !== same),
    );
    const set = same.status === 'ditolak' ? {} : otherwise(one, same, now);
    if (Object.keys(set).length > 0) plan.changed.push({ held: same, set });
    else plan.rest.push(same);
  }
  return plan;
};
