import type { JobName } from '../../bot/jobs/index.ts';
import { exercisesOf } from '../exercises-of.ts';
import { jobsOf } from '../jobs.ts';
import type { TestHall } from './hall.ts';

/** Runs a job of a house as its clock would, and sends what it wrote; gives how much it did. */
export const runJob = async ({ hall }: Pick<TestHall, 'hall'>, wanted: JobName): Promise<number> => {
  const job = jobsOf(hall, async () => 0, undefined, exercisesOf(hall)).find(({ name }) => name === wanted);
  if (!job) throw new Error(`no job ${wanted}`);
  const done = await job.run();
  await hall.deliver();
  return done;
};
