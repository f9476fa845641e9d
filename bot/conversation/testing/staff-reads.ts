import { coachingReads } from './coaching-reads.ts';
import { committeeReads } from './committee-reads.ts';
import { exerciseReads } from './exercise-reads.ts';
import { learningReads } from './learning.ts';
import { moduleReads } from './module-reads.ts';
import { nominationReads } from './nomination-reads.ts';
import { recallReads } from './recall-reads.ts';
import { resultReads } from './result-reads.ts';
import { selfCheckReads } from './self-check-reads.ts';
import { trainingReads } from './trainings.ts';
import { unitReads } from './unit-reads.ts';
import { voteReads } from './vote-reads.ts';

/** What the database might answer to whoever serves: of learning, of a unit, of the award. */
export const staffReads = {
  ...coachingReads,
  ...committeeReads,
  ...exerciseReads,
  ...learningReads,
  ...moduleReads,
  ...nominationReads,
  ...recallReads,
  ...resultReads,
  ...selfCheckReads,
  ...trainingReads,
  ...unitReads,
  ...voteReads,
};
