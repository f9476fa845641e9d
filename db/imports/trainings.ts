import { eq } from 'drizzle-orm';
import { readTrainings, type TrainingRecord } from '../../bot/domain/imports/trainings.ts';
import type { LocalDate } from '../../bot/domain/local-date.ts';
import { loadCity } from '../reads/city.ts';
import { runnerOf } from '../runner-of.ts';
import { enrolment, training, unit } from '../schema/index.ts';
import type { Seal } from '../sealed.ts';
import { lookAgainAtAll } from '../stores/training/look-again.ts';
import { seatWaiting } from '../stores/training/seat-waiting.ts';
import type { Aside, ImportKind } from './import-kind.ts';
import { kept } from './kept.ts';
import { personnelOf } from './personnel.ts';
import { type Tx, upsert } from './upsert.ts';

type Row = typeof training.$inferSelect;

/** Whose duty it is, as the file says; of a file without that column, what was known. */
const owing = ({ mandatory_for: all }: TrainingRecord, old: Row | undefined) => ({
  mandatoryUnits:
    all?.flatMap((one) => ('unit' in one ? [one.unit] : [])).toSorted() ?? old?.mandatoryUnits ?? [],
  mandatoryGroups: all?.flatMap((one) => ('group' in one ? [one.group] : [])) ?? old?.mandatoryGroups ?? [],
});

const rowOf = (one: TrainingRecord, old: Row | undefined, today: LocalDate): Row => ({
  code: one.code,
  title: one.title,
  provider: one.provider,
  form: one.form,
  jp: one.jp,
  startsOn: kept(one.starts_on, old?.startsOn),
  endsOn: kept(one.ends_on, old?.endsOn),
  registerBy: kept(one.register_by, old?.registerBy),
  completeBy: kept(one.complete_by, old?.completeBy),
  url: kept(one.url, old?.url),
  place: kept(one.place, old?.place),
  quota: kept(one.quota, old?.quota),
  sponsor: kept(one.sponsor, old?.sponsor),
  cost: kept(one.cost, old?.cost),
  ...owing(one, old),
  listedOn: old?.listedOn ?? today,
});

/** A larger quota is good for those on the waiting list, who hear of it. */
const seatWhoWait = async (tx: Tx, seal: Seal, trainings: readonly Row[], { now, zone }: Aside) => {
  const waiting = await tx
    .selectDistinct({ code: enrolment.trainingCode })
    .from(enrolment)
    .where(eq(enrolment.state, 'waiting'));
  const codes = trainings.map(({ code }) => code).filter((code) => waiting.some((one) => one.code === code));
  if (codes.length === 0) return;
  const city = await loadCity({ sql: runnerOf(tx) }, { publicUrl: '', zone });
  for (const code of codes) await seatWaiting(runnerOf(tx), seal, city, { training: code }, now);
};

/** What is offered and owed, by code; a training that the file does not name stays. */
export const trainings: ImportKind = async (tx, seal, sheet, aside) => {
  const { trainings: known, settings, today } = await personnelOf(tx, aside);
  const offices = await tx.select({ code: unit.code }).from(unit);
  const units = new Set(offices.map(({ code }) => code));
  const { records, ...said } = readTrainings(sheet, { units, rules: settings.rules });
  const rows = records.map((one) => rowOf(one, known.get(one.code), today));
  const counts = await upsert(tx, training, 'code', rows);
  if (counts.new + counts.changed > 0) await lookAgainAtAll(runnerOf(tx), {});
  const other = rows.filter(({ code, quota }) => known.has(code) && known.get(code)?.quota !== quota);
  await seatWhoWait(tx, seal, other, aside);
  return { ...said, counts };
};
