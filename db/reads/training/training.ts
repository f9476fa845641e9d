import { sql } from 'drizzle-orm';
import type { Training } from '../../../bot/domain/training/training.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { trainingColumns, trainingOfRow } from './catalogue.ts';

const findTraining = prepared<Parameters<typeof trainingOfRow>[0]>(
  sql`select ${trainingColumns} from training where code = ${sql.placeholder('code')}`,
);

/** A training by its code; `undefined` for one that nobody has. */
export const readTraining = async (runner: Runner, code: string): Promise<Training | undefined> => {
  const [row] = await findTraining(runner, { code });
  return row && trainingOfRow(row);
};
