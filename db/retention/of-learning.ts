import { sql } from 'drizzle-orm';
import { keepDays } from '../../bot/domain/retention.ts';
import { before, deleting, type Rule } from './rule.ts';

const personnel =
  'UU 43/2009: the personnel record of somebody who serves stays; of who left as long as the archive schedule asks, five years by us';
const noLonger = 'UU 27/2022 art. 43: no longer needed for the purpose';

/** Of whoever left, so many days ago. */
const ofLeft = (table: string, days: number, law: string): Rule => ({
  table,
  days,
  after: 'leaving',
  end: 'deleted',
  law,
  ...(days === keepDays.trainingRecord && { told: 'training' }),
  take: deleting(
    table,
    sql`exists (select from employee e where e.id = ${sql.raw(table)}.employee_id and not e.active and e.updated_at < ${before})`,
  ),
});

/** What is kept of learning in chat: certificates as other ones, what was said in exercises and of oneself only for a while. */
export const ofLearning: readonly Rule[] = [
  ofLeft('module_repetition', keepDays.codes, noLonger),
  ofLeft('training_use_asked', keepDays.codes, noLonger),
  ofLeft('module_progress', keepDays.trainingRecord, personnel),
  ofLeft('module_certificate', keepDays.trainingRecord, personnel),
  {
    table: 'exercise_answer',
    days: keepDays.exerciseAnswers,
    after: 'event',
    end: 'deleted',
    law: noLonger,
    told: 'exercise-answers',
    take: deleting('exercise_answer', sql`exercise_answer.answered_on < (${before})::date`),
  },
  {
    table: 'self_check',
    days: keepDays.selfCheck,
    after: 'event',
    end: 'deleted',
    law: 'UU 27/2022 art. 43: three years show whether planning helped, and no longer',
    told: 'self-check',
    take: deleting('self_check', sql`make_date(self_check.year + 1, 1, 1) < (${before})::date`),
  },
];
