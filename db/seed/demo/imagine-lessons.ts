import { addCalendarDays, addHours, endOfLocalDay, localDate } from '../../../bot/domain/local-date.ts';
import { newModuleNumber } from '../../../bot/domain/modules/certificate-number.ts';
import type { Module } from '../../../bot/domain/modules/module.ts';
import { toRepeat } from '../../../bot/domain/modules/repetition.ts';
import { officeKindOf } from '../../../bot/domain/paths/office-kind-of.ts';
import { pathFor } from '../../../bot/domain/paths/path-for.ts';
import { type SelfCheck, type Skill, selfCheckOf } from '../../../bot/domain/paths/self-check.ts';
import type { Answer } from '../../../bot/domain/skm/elements.ts';
import { yearOf } from '../../../bot/domain/training/certificate.ts';
import { positionGroupOf } from '../../../bot/domain/training/position-group.ts';
import type { City } from '../../../bot/ports.ts';
import type { moduleCertificate, moduleProgress, moduleRepetition, selfCheck } from '../../schema/index.ts';
import { createDice, type Dice } from './dice.ts';
import { lessonOf } from './lesson.ts';
import type { DemoEmployee } from './staff.ts';

type Of<Row> = Omit<Row, 'employeeId'> & { nip: string };

/** What the people of the demo learnt in modules, and what they say of themselves, by their numbers. */
export type DemoLessons = {
  progress: Of<typeof moduleProgress.$inferInsert>[];
  repetitions: Of<typeof moduleRepetition.$inferInsert>[];
  certificates: Of<typeof moduleCertificate.$inferInsert>[];
  checks: Of<typeof selfCheck.$inferInsert>[];
};

const seed = 20_267;

/** What most find hard in this city, so that planning finds something. */
const hard: readonly Skill[] = ['plain_words', 'read_survey', 'digital_tools'];

const saidOf = (skill: Skill, dice: Dice): Answer =>
  dice.pick<Answer>(hard.includes(skill) ? [1, 2, 2, 3] : [2, 3, 3, 4]);

const checkOf = ({ position }: DemoEmployee, dice: Dice): SelfCheck =>
  Object.fromEntries(selfCheckOf(positionGroupOf(position)).map((skill) => [skill, saidOf(skill, dice)]));

/**
 * The invented lessons of a city's ASN up to `until`, the same for the same day: each goes some way along their path, some ask for
 * their wrong answers to come back, and two in three have answered the self-check of the year.
 */
export const imagineLessons = (
  { agency, units }: Pick<City, 'agency' | 'units'>,
  staff: readonly DemoEmployee[],
  modules: readonly Module[],
  until: Date,
): DemoLessons => {
  const dice = createDice(seed);
  const today = localDate(until, agency.zone);
  const lessons: DemoLessons = { progress: [], repetitions: [], certificates: [], checks: [] };
  const learn = (who: DemoEmployee, module: Module, ends: boolean) => {
    const { nip, name, unitCode } = who;
    const ago = dice.whole(2, 70);
    const startedOn = addCalendarDays(today, -ago);
    const lastOn = addCalendarDays(startedOn, dice.whole(0, Math.min(3, ago - 1)));
    const misses = dice.chance(0.5) ? 1 : 0;
    const share = ends ? 1 : dice.pick([0.2, 0.4, 0.6]);
    const { done, answers, percent, wrong } = lessonOf(module, { share, misses });
    const lastAt = addHours(endOfLocalDay(lastOn, agency.zone), -dice.whole(9, 15));
    const one = { nip, moduleCode: module.code };
    const passedOn = percent === null ? null : lastOn;
    lessons.progress.push({ ...one, done, answers, startedOn, lastAt, passedOn, percent });
    if (percent === null) return;
    const unitName = units.find(({ code }) => code === unitCode)?.name ?? unitCode;
    const number = newModuleNumber(yearOf(lastOn), dice.bytes);
    const { title, minutes } = module;
    const paper = { number, name, unitName, title, minutes, percent, jp: 0, decree: null, date: lastOn };
    lessons.certificates.push({ ...one, ...paper });
    if (dice.chance(0.6))
      for (const { question, ...round } of wrong.map((id) => toRepeat(id, lastOn)))
        if (round.dueOn >= addCalendarDays(today, -7))
          lessons.repetitions.push({ ...one, question, ...round });
  };
  for (const who of staff.filter(({ kind }) => kind !== 'other')) {
    const unit = units.find(({ code }) => code === who.unitCode);
    const position = positionGroupOf(who.position);
    const path = pathFor({ office: unit ? officeKindOf(unit) : null, position }, modules);
    const passes = dice.whole(0, 3);
    for (const module of path.slice(0, passes)) learn(who, module, true);
    const next = path[passes];
    if (next && dice.chance(0.4)) learn(who, next, false);
    if (dice.chance(0.66))
      lessons.checks.push({
        nip: who.nip,
        unitCode: who.unitCode,
        year: yearOf(today),
        answers: checkOf(who, dice),
      });
  }
  return lessons;
};
