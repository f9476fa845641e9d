import { type Finish, fact, form } from '../../../conversation/form.ts';
import { type Choice, type Reply, say } from '../../../conversation/reply.ts';
import type { ExerciseVerdict, ExerciseWaiting } from '../../../domain/exercise/exercise-reads.ts';
import { doubtedText, headText, saidText } from '../../asn/exercise/exercise-text.ts';

type Answers = { id: number; verdict: ExerciseVerdict };
type Facts = { waiting: ExerciseWaiting | null };

const verdicts: { readonly [word: string]: ExerciseVerdict } = {
  ya: 'approved',
  tutup: 'closed',
  tidak: 'refused',
};

/** `12`, `12 ya`, `12 tutup`, `12 tidak`; nothing for the oldest. */
const starts = (argument: string): Partial<Answers> => {
  const [, id, word] = /^(\d{1,15})(?: (ya|tutup|tidak))?$/.exec(argument.trim()) ?? [];
  if (id === undefined) return {};
  const verdict = word === undefined ? undefined : verdicts[word];
  return { id: Number(id), ...(verdict !== undefined && { verdict }) };
};

const more: readonly Choice[] = [
  { id: 'go:exercise-approve', label: say('button.exercise.next') },
  { id: 'go:exercises', label: say('button.exercises') },
];

const choicesOf = ({ id, texts }: ExerciseWaiting): Choice[] => [
  { id: `go:exercise-approve:${id} ya`, label: say('button.exercise.yes') },
  ...(texts.some(({ doubts }) => doubts.length > 0)
    ? [{ id: `go:exercise-approve:${id} tutup`, label: say('button.exercise.close') }]
    : []),
  { id: `go:exercise-approve:${id} tidak`, label: say('button.exercise.no') },
];

/** Every text of it, to the last: the question stands below what was read. */
const shown = (waiting: ExerciseWaiting): Reply[] => {
  const said = waiting.texts.map((one) => saidText(one, doubtedText(one)));
  return [
    { text: say('exercise-approve.intro', { count: waiting.waiting }) },
    {
      text: { join: [headText(waiting), ...said, say('exercise-approve.ask')], by: '\n\n' },
      choices: choicesOf(waiting),
      columns: 1,
    },
  ];
};

const judged = ({ id, waiting }: ExerciseWaiting, verdict: ExerciseVerdict): Finish => ({
  say: [{ text: say(`exercise-approve.${verdict}`), choices: waiting > 1 ? more : more.slice(1) }],
  effects: [{ do: 'exercise.judge', exercise: id, verdict }],
});

/** An officer reads an exercise made from a solved report of the office, and lets it be used or not. The first verdict counts. */
export const exerciseApprove = form<Answers, Facts>({
  id: 'exercise-approve',
  work: true,
  starts,
  facts: {
    waiting: fact<Answers, ExerciseWaiting | null, number>({
      of: ({ id }) => id ?? 0,
      read: (reads, id) => reads.exerciseToJudge(id),
    }),
  },
  questions: () => ({}),
  finish: ({ answers: { id, verdict }, facts: { waiting } }) => {
    if (!waiting)
      return {
        say: [
          {
            text: say(id === undefined ? 'exercise-approve.none' : 'exercise-approve.gone'),
            choices: more,
          },
        ],
      };
    return verdict === undefined ? { say: shown(waiting) } : judged(waiting, verdict);
  },
  draft: () => undefined,
});
