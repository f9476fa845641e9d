import { fact, form } from '../../../conversation/form.ts';
import { type Choice, type Reply, say, type Text } from '../../../conversation/reply.ts';
import type { ExerciseDesk } from '../../../domain/exercise/exercise-reads.ts';

type Facts = { desk: ExerciseDesk | null };

const learningLines = ({ open, answered, toScore }: ExerciseDesk): Text[] => [
  say('exercises.title'),
  open > 0
    ? say('exercises.open', { count: open })
    : say(answered > 0 ? 'exercises.all-answered' : 'exercises.none'),
  ...(toScore === null ? [] : [say('exercises.to-score')]),
];

const choicesOf = ({ next, toScore, waiting }: ExerciseDesk): Choice[] => [
  ...(next === null ? [] : [{ id: `go:exercise-answer:${next}`, label: say('button.exercise.answer') }]),
  ...(toScore === null ? [] : [{ id: `go:exercise-score:${toScore}`, label: say('button.exercise.score') }]),
  ...(waiting > 0 ? [{ id: 'go:exercise-approve', label: say('button.exercise.approve') }] : []),
  { id: 'go:practice', label: say('button.exercise.practice') },
];

const shownDesk = (desk: ExerciseDesk): Reply => ({
  text: {
    join: [
      ...(desk.learns ? learningLines(desk) : []),
      ...(desk.waiting > 0 ? [say('exercises.waiting', { count: desk.waiting })] : []),
    ],
    by: '\n',
  },
  choices: choicesOf(desk),
  columns: 1,
});

/** Real cases of the city without the people in them: what there is to answer, to score for a colleague and to approve. */
export const exercises = form<Record<never, never>, Facts>({
  id: 'exercises',
  work: true,
  facts: {
    desk: fact<Record<never, never>, ExerciseDesk | null, true>({
      of: () => true,
      read: (reads) => reads.exerciseDesk(),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { desk } }) => ({
    say: [desk && (desk.learns || desk.waiting > 0) ? shownDesk(desk) : { text: say('exercises.not-yours') }],
  }),
  draft: () => undefined,
});
