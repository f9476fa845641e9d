import { type Choice, say } from '../../../conversation/reply.ts';
import type { ExerciseDesk } from '../../../domain/exercise/exercise-reads.ts';
import type { LearnShelf } from '../../../domain/modules/module-reads.ts';
import type { SelfCheckLook } from '../../../domain/paths/self-check-reads.ts';

/** What else there is to learn by today: each door stands only where something is behind it. */
export const learningDoors = (
  { due }: LearnShelf,
  exercises: ExerciseDesk | null,
  check: SelfCheckLook | null,
): Choice[] => [
  ...(due > 0 ? [{ id: 'go:recall', label: say('button.learn.due') }] : []),
  ...(exercises && exercises.open + exercises.waiting + (exercises.toScore === null ? 0 : 1) > 0
    ? [{ id: 'go:exercises', label: say('button.exercises') }]
    : []),
  ...(check && check.before === null ? [{ id: 'go:self-check', label: say('button.self-check') }] : []),
];
