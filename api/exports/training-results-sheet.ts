import { type TrainingResult, trainingResult } from '../../bot/domain/coaching/training-results.ts';
import { localDate } from '../../bot/domain/local-date.ts';
import { fraction, halfUp } from '../../bot/domain/skm/fraction.ts';
import { reviewQuestions } from '../../bot/domain/training/training-review.ts';
import { type TrainingFigures, trainingFigures } from '../../db/reads/training/results.ts';
import { asObjects, type Column } from './column.ts';
import { csvOf } from './csv.ts';
import type { Asked, Made } from './export-kind.ts';
import { xlsxOf } from './xlsx.ts';

type Row = { figures: TrainingFigures; result: TrainingResult };

const usedIn = ({ result: { used } }: Row) => (used === 'hidden' ? null : used);

/**
 * `reviews` and `used_answers`: of how many answers the columns behind them are, in whole fives; empty where fewer than five answered.
 * `cost` in whole rupiah for everybody, `cost_per_jp` for one hour of one person who finished.
 */
const columns: readonly Column<Row>[] = [
  { name: 'code', kind: 'text', width: 14, of: ({ figures }) => figures.training },
  { name: 'training', kind: 'text', width: 44, of: ({ figures }) => figures.title },
  { name: 'provider', kind: 'text', width: 34, of: ({ figures }) => figures.provider },
  { name: 'form', kind: 'text', width: 16, of: ({ figures }) => figures.form },
  { name: 'ended_on', kind: 'day', width: 12, of: ({ figures }) => figures.endedOn },
  { name: 'jp', kind: 'decimal-2', width: 9, of: ({ figures }) => halfUp(fraction(figures.jp, 100), 2) },
  { name: 'finished', kind: 'whole', width: 10, of: ({ result }) => result.finished },
  { name: 'reviews', kind: 'whole', width: 9, of: ({ figures }) => figures.review?.answers ?? null },
  ...reviewQuestions.map(
    (question): Column<Row> => ({
      name: question,
      kind: 'decimal-2',
      width: 13,
      of: ({ figures }) => figures.review?.averages[question] ?? null,
    }),
  ),
  { name: 'used_answers', kind: 'whole', width: 13, of: (row) => usedIn(row)?.n ?? null },
  { name: 'used_percent', kind: 'decimal-2', width: 13, of: (row) => usedIn(row)?.share ?? null },
  { name: 'used_often_percent', kind: 'decimal-2', width: 18, of: (row) => usedIn(row)?.often ?? null },
  { name: 'cost', kind: 'whole', width: 14, of: ({ figures }) => figures.cost },
  {
    name: 'cost_per_jp',
    kind: 'decimal-2',
    width: 14,
    of: ({ result: { costPerJp } }) => costPerJp && halfUp(costPerJp, 2),
  },
  { name: 'sponsor', kind: 'text', width: 30, of: ({ figures }) => figures.sponsor },
];

/**
 * `export training-results`: what came of the trainings that ended in the period or were finished by somebody, and of those one learns when one likes: who
 * finished, what they thought of it, whether they use it at work, and what an hour cost. For those who plan.
 */
export const trainingResultsSheet =
  (format: 'csv' | 'xlsx') =>
  async ({ runner, city, now, period, unit, service }: Asked): Promise<Made> => {
    if (unit !== undefined || service !== undefined)
      return { refused: 'Results are of trainings, not of offices or services.' };
    const today = localDate(now, city.agency.zone);
    const rows = (await trainingFigures(runner, { ...period, today })).map((figures) => ({
      figures,
      result: trainingResult(figures),
    }));
    const bytes =
      format === 'csv'
        ? new TextEncoder().encode(csvOf(columns, rows))
        : await xlsxOf('Hasil pelatihan', columns, rows);
    return {
      files: [{ name: `training-results-${period.name}.${format}`, bytes }],
      data: asObjects(columns, rows),
    };
  };
