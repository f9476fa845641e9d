import { fact, form } from '../../conversation/form.ts';
import { type Reply, say } from '../../conversation/reply.ts';
import type { CoachingPage } from '../../domain/coaching/coaching-reads.ts';
import { goalLabel, goalRow } from './coaching-words.ts';
import { readPaged, turnsOf } from './paged.ts';

type Answers = { page: number };
type Facts = { look: CoachingPage | null };

/** Every list has pages of its own; this one has no other argument before them. */
const all = '.';

const listed = ({ goals, page, last }: CoachingPage): Reply => {
  if (goals.length === 0) return { text: say('goals.none') };
  return {
    text: { join: [say('goals.title'), ...goals.map(goalRow)], by: '\n' },
    choices: [
      ...goals.map((goal) => ({ id: `go:coaching:${goal.id}`, label: goalLabel(goal, goals) })),
      ...turnsOf(`go:goals:${all}`, page, last),
    ],
    columns: 1,
  };
};

/** `/tujuan`: goals that offices have on the way, for their heads, and all of them for the leader and the personnel office. */
export const goals = form<Answers, Facts>({
  id: 'goals',
  work: true,
  starts: (argument) => ({ page: readPaged(argument).page }),
  facts: {
    look: fact<Answers, CoachingPage | null, number>({
      of: ({ page = 0 }) => page,
      read: (reads, page) => reads.coachingGoals(page),
    }),
  },
  questions: () => ({}),
  finish: ({ facts: { look } }) => ({ say: [look ? listed(look) : { text: say('goals.not-yours') }] }),
  draft: () => undefined,
});
