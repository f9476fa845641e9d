import type { ExerciseReads } from '../../../bot/domain/exercise/exercise-reads.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { colleagueAnswerOf } from './colleague-answer.ts';
import { exerciseDeskOf } from './desk.ts';
import { exerciseTaskOf } from './task.ts';
import { exerciseToJudge } from './to-judge.ts';

/** What the conversation of one chat may look up of exercises. */
export const createExerciseReads = (
  runner: Runner,
  seal: Seal,
  city: () => City,
  { contact }: { contact: number },
): ExerciseReads => ({
  exerciseDesk: () => exerciseDeskOf(runner, city(), contact),
  exerciseTask: (id) => exerciseTaskOf(runner, city(), { contact, id }),
  exerciseToJudge: (id) => exerciseToJudge(runner, city(), { contact, id }),
  colleagueAnswer: (id) => colleagueAnswerOf(runner, seal, city(), { contact, id }),
});
