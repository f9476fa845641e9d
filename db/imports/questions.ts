import { type QuestionRecord, readQuestions } from '../../bot/domain/imports/questions.ts';
import { type LocalDate, localDate } from '../../bot/domain/local-date.ts';
import { agency, knownAnswer, unit } from '../schema/index.ts';
import type { ImportKind } from './import-kind.ts';
import { kept } from './kept.ts';
import { upsert } from './upsert.ts';

type Row = typeof knownAnswer.$inferSelect;

/** An answer that says the same keeps the day on which it was checked; a new or other one was checked by bringing it in. */
const checkedOn = (one: QuestionRecord, old: Row | undefined, today: LocalDate): string => {
  if (one.checked_on) return one.checked_on;
  const same = old?.question === one.question && old.answer === one.answer;
  return same ? old.checkedOn : today;
};

const rowOf = (one: QuestionRecord, old: Row | undefined, today: LocalDate): Row => ({
  code: one.code,
  unitCode: kept(one.unit_code, old?.unitCode),
  question: one.question,
  answer: one.answer,
  keywords: [...(one.keywords ?? old?.keywords ?? [])],
  checkedOn: checkedOn(one, old, today),
  active: one.active ?? old?.active ?? true,
});

/** Questions with their checked answers, by code; one that the file does not name stays. */
export const questions: ImportKind = async (tx, _seal, sheet, { now, zone }) => {
  const before = await tx.select().from(knownAnswer);
  const offices = await tx.select({ code: unit.code }).from(unit);
  const [own] = await tx.select({ zone: agency.zone }).from(agency);
  const today = localDate(now, own?.zone ?? zone);
  const { records, ...said } = readQuestions(sheet, {
    units: new Set(offices.map(({ code }) => code)),
    today,
  });
  const known = new Map(before.map((row) => [row.code, row]));
  const rows = records.map((one) => rowOf(one, known.get(one.code), today));
  return { ...said, counts: await upsert(tx, knownAnswer, 'code', rows) };
};
