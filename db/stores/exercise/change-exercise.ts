import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { answerExercise } from './answer.ts';
import { askColleague } from './ask-colleague.ts';
import { judgeExercise } from './judge.ts';
import { scoreExercise } from './score.ts';

type ExerciseEffect = Extract<Effect, { do: `exercise.${string}` }>;

/** Carries out what a conversation asked for about exercises. */
export const changeExercise = (
  runner: Runner,
  seal: Seal,
  city: City,
  contact: Pick<Contact, 'id'>,
  effect: ExerciseEffect,
  now: Date,
): Promise<void> => {
  switch (effect.do) {
    case 'exercise.judge':
      return judgeExercise(runner, city, contact, effect, now);
    case 'exercise.answer':
      return answerExercise(runner, seal, city, contact, effect, now);
    case 'exercise.ask':
      return askColleague(runner, contact, effect);
    case 'exercise.score':
      return scoreExercise(runner, seal, city, contact, effect, now);
    default:
      return effect satisfies never;
  }
};
