import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { usedAnswers } from '../../bot/domain/coaching/used-at-work.ts';
import type { Exercise } from '../../bot/domain/exercise/exercise.ts';
import { exerciseStates } from '../../bot/domain/exercise/exercise-state.ts';
import type { Marks } from '../../bot/domain/exercise/rubric.ts';
import type { Module } from '../../bot/domain/modules/module.ts';
import type { TeamCase } from '../../bot/domain/modules/team-case.ts';
import type { SelfCheck } from '../../bot/domain/paths/self-check.ts';
import { bytes, instant } from './columns.ts';
import { byEmployee, ofEmployee, ofUnit } from './refers.ts';
import { report } from './report.ts';
import { training } from './training.ts';

/** A module as its file was last read (`bot/domain/modules/module.ts`). One that was withdrawn is taught no more and keeps its certificates. */
export const learningModule = pgTable('learning_module', {
  code: text().primaryKey(),
  content: jsonb().$type<Module>().notNull(),
  addedAt: instant('added_at').notNull(),
  changedAt: instant('changed_at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
});

const ofModule = () =>
  text('module_code')
    .notNull()
    .references(() => learningModule.code);

/** A picture of a module, kept beside photos under its id; another file of the same name gets another id. */
export const modulePicture = pgTable(
  'module_picture',
  {
    id: uuid().primaryKey(),
    moduleCode: ofModule(),
    file: text().notNull(),
    /** SHA-256 of the file as it was given. */
    hash: bytes().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    size: integer().notNull(),
  },
  (table) => [unique('module_picture_once').on(table.moduleCode, table.file)],
);

/**
 * How far somebody came in a module. `done`: ids of steps; `answers`: the choice (from 0) for each question of this attempt;
 * `percent`: of the attempt that passed.
 */
export const moduleProgress = pgTable(
  'module_progress',
  {
    employeeId: ofEmployee(),
    moduleCode: ofModule(),
    done: text().array().notNull().default(sql`'{}'`),
    attempt: smallint().notNull().default(1),
    answers: jsonb().$type<{ [question: string]: number }>().notNull().default({}),
    startedOn: date('started_on').notNull(),
    lastAt: instant('last_at').notNull(),
    passedOn: date('passed_on'),
    percent: smallint(),
  },
  (table) => [primaryKey({ columns: [table.employeeId, table.moduleCode] })],
);

/** A question that was answered wrongly and comes back (`bot/domain/modules/repetition.ts`), as long as the person wants that. */
export const moduleRepetition = pgTable(
  'module_repetition',
  {
    employeeId: ofEmployee(),
    moduleCode: ofModule(),
    question: text().notNull(),
    wrongOn: date('wrong_on').notNull(),
    round: smallint().notNull(),
    dueOn: date('due_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.employeeId, table.moduleCode, table.question] }),
    index('module_repetition_due').on(table.dueOn),
    check('module_repetition_round', sql`${table.round} between 0 and 3`),
  ],
);

/** A certificate of a module, with name, office, title and hours as they were on its day. `jp` in hundredths. */
export const moduleCertificate = pgTable(
  'module_certificate',
  {
    number: text().primaryKey(),
    employeeId: ofEmployee(),
    moduleCode: ofModule(),
    name: text().notNull(),
    unitName: text('unit_name').notNull(),
    title: text().notNull(),
    minutes: smallint().notNull(),
    percent: smallint().notNull(),
    jp: integer().notNull(),
    decree: text(),
    date: date().notNull(),
  },
  (table) => [unique('module_certificate_once').on(table.employeeId, table.moduleCode)],
);

/** Cases of the week for teams, in the order in which the weeks take them. */
export const teamCase = pgTable('team_case', {
  id: text().primaryKey(),
  place: smallint().notNull(),
  content: jsonb().$type<TeamCase>().notNull(),
});

/** Which case an office's group had in the week of a Monday. */
export const teamCaseTold = pgTable(
  'team_case_told',
  { unitCode: ofUnit(), monday: date().notNull(), caseId: text('case_id').notNull() },
  (table) => [primaryKey({ columns: [table.unitCode, table.monday] })],
);

/** A solved report without people, for officers to approve and colleagues to answer. Once it is judged nothing leads back to the report. */
export const exercise = pgTable(
  'exercise',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    reportId: bigint('report_id', { mode: 'number' })
      .unique()
      .references(() => report.id, { onDelete: 'set null' }),
    unitCode: ofUnit(),
    content: jsonb().$type<Exercise>().notNull(),
    state: text({ enum: exerciseStates }).notNull(),
    madeOn: date('made_on').notNull(),
    judgedOn: date('judged_on'),
    judgedBy: byEmployee('judged_by'),
  },
  (table) => [index('exercise_state').on(table.state, table.unitCode)],
);

/** Reports that an exercise was made of, or was not: a keyed hash, so that none is looked at twice and none is led back to. */
export const exerciseSeen = pgTable('exercise_seen', { hash: bytes().primaryKey() });

/**
 * How somebody would answer, sealed at `exercise-answer|ID`, with their own marks and a colleague's. It waits for a colleague while
 * `scored_on` is null; a colleague's marks are null where none was asked, or none has scored it yet.
 */
export const exerciseAnswer = pgTable(
  'exercise_answer',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    exerciseId: bigint('exercise_id', { mode: 'number' })
      .notNull()
      .references(() => exercise.id, { onDelete: 'cascade' }),
    employeeId: ofEmployee(),
    words: bytes().notNull(),
    marks: jsonb().$type<Marks>().notNull(),
    answeredOn: date('answered_on').notNull(),
    colleagueId: byEmployee('colleague_id'),
    colleagueMarks: jsonb('colleague_marks').$type<Marks>(),
    scoredOn: date('scored_on'),
  },
  (table) => [
    unique('exercise_answer_once').on(table.exerciseId, table.employeeId),
    index('exercise_answer_employee').on(table.employeeId),
  ],
);

/** To whom "dipakai di pekerjaan?" was put, and that they answered; not what. */
export const trainingUseAsked = pgTable(
  'training_use_asked',
  {
    employeeId: ofEmployee(),
    trainingCode: text('training_code')
      .notNull()
      .references(() => training.code),
    askedOn: date('asked_on').notNull(),
    answered: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.employeeId, table.trainingCode] })],
);

/** What was answered, without the person and without a time. */
export const trainingUse = pgTable(
  'training_use',
  {
    id: uuid().primaryKey(),
    trainingCode: text('training_code')
      .notNull()
      .references(() => training.code),
    answer: text({ enum: usedAnswers }).notNull(),
  },
  (table) => [index('training_use_training').on(table.trainingCode)],
);

/** The yearly self-check: one's own, and a unit's only added up. `unitCode`: where they served when they answered. */
export const selfCheck = pgTable(
  'self_check',
  {
    employeeId: ofEmployee(),
    year: smallint().notNull(),
    unitCode: ofUnit(),
    answers: jsonb().$type<SelfCheck>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.employeeId, table.year] }),
    index('self_check_unit').on(table.year, table.unitCode),
  ],
);
