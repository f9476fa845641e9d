import { type Asking, type Finish, fact, form } from '../../../conversation/form.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import type { ExerciseTask, TextShown } from '../../../domain/exercise/exercise-reads.ts';
import type { Marks } from '../../../domain/exercise/rubric.ts';
import { localDate } from '../../../domain/local-date.ts';
import { coveredWords } from '../award/covered-words.ts';
import { caseText, headText, saidText } from './exercise-text.ts';
import { noticedText } from './noticed.ts';
import { marksFrom, rubricOver, rubricQuestions } from './rubric-questions.ts';

type Answers = Marks & { id: number; words: string };
type Facts = { task: ExerciseTask | null; since: TextShown[] };
type Ask = Asking<Answers, Facts>;

const answerMost = 800;

const toOthers: Choice = { id: 'go:exercises', label: say('button.exercise.others') };
const toColleague = (id: number): Choice => ({
  id: `go:exercise-ask:${id}`,
  label: say('button.exercise.ask'),
});

const sinceText = (since: readonly TextShown[]): Text =>
  since.length === 0
    ? say('exercise.no-then')
    : {
        join: [say('exercise.then'), ...since.map((one) => saidText(one, caseText(one.text)))],
        by: '\n\n',
      };

const offered = (id: number, since: readonly TextShown[]): Reply => ({
  text: { join: [sinceText(since), say('exercise.offer')], by: '\n\n' },
  choices: [toColleague(id), toOthers],
});

/** One that was answered before is shown as it went on. */
const ends = ({ facts: { task } }: Ask): Finish | undefined => {
  if (task === undefined) return undefined;
  if (task === null) return { say: [{ text: say('exercise.gone'), choices: [toOthers] }] };
  const { id, mine, since } = task;
  if (mine === null) return undefined;
  return {
    say: [
      {
        text: { join: [say(`exercise.mine.${mine}`), sinceText(since)], by: '\n\n' },
        choices: [...(mine === 'kept' ? [toColleague(id)] : []), toOthers],
      },
    ],
  };
};

/**
 * "How would you answer?": the citizen's words first, the learner's answer, their own marks, then what the service noticed
 * and how it was answered when it was real. What was said then is read only when the answer stands.
 */
export const exerciseAnswer = form<Answers, Facts>({
  id: 'exercise-answer',
  work: true,
  starts: (argument) => (/^\d{1,15}$/.test(argument.trim()) ? { id: Number(argument) } : {}),
  facts: {
    task: fact<Answers, ExerciseTask | null, number>({
      of: ({ id }) => id ?? 0,
      read: async (reads, id) => {
        const task = await reads.exerciseTask(id);
        return task && { ...task, since: task.mine === null ? [] : task.since };
      },
    }),
    since: fact<Answers, TextShown[], number>({
      of: ({ id, plain }) => (plain === undefined ? undefined : id),
      read: async (reads, id) => (await reads.exerciseTask(id))?.since ?? [],
    }),
  },
  questions: ({ facts: { task }, moment }) => {
    if (!task || task.mine !== null) return rubricOver();
    const asked: Text = {
      join: [headText(task), saidText({ by: 'citizen' }, caseText(task.text)), say('exercise.ask')],
      by: '\n\n',
    };
    return {
      words: coveredWords({ text: asked }, say('button.part.words'), moment, answerMost),
      ...rubricQuestions(say('exercise.mark-own')),
    };
  },
  ends,
  finish: ({ answers, facts: { task, since = [] }, moment: { now, city } }) => {
    const { id, words = '' } = answers;
    const marks = marksFrom(answers);
    if (!task || id === undefined || !marks) return { say: [] };
    const answering = { office: { name: task.office }, today: localDate(now, city.agency.zone) };
    return {
      say: [{ text: noticedText(words, answering) }, offered(id, since)],
      effects: [{ do: 'exercise.answer', exercise: id, words, marks }],
    };
  },
  draft: ({ facts: { task }, answers: { words } }) =>
    task && words !== undefined ? say('exercise.draft', { category: literal(task.category) }) : undefined,
});
