import { fact, form } from '../../../conversation/form.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import type { ExerciseDesk } from '../../../domain/exercise/exercise-reads.ts';
import type { LearnShelf, ShelfModule } from '../../../domain/modules/module-reads.ts';
import type { SelfCheckLook } from '../../../domain/paths/self-check-reads.ts';
import { yearBar } from '../year-bar.ts';
import { learningDoors } from './doors.ts';

type Answers = { page: number };
type Facts = {
  shelf: LearnShelf | null;
  exercises: ExerciseDesk | null;
  check: SelfCheckLook | null;
};

/** So many stand on one page, so that they, the doors and the pages fit ten rows. */
const perPage = 5;

const line = ({ title: name, minutes, done, of, percent }: ShelfModule): Text => {
  const title = literal(name);
  if (percent !== null) return say('learn-shelf.line.passed', { title, percent });
  if (done === 0) return say('learn-shelf.line.new', { title, minutes });
  return say('learn-shelf.line.begun', { title, bar: yearBar(done, of), nth: done, count: of });
};

/** Where to go on, and what comes next on the path. */
const head = ({ modules, goesOn, next }: LearnShelf): Text => {
  const begun = modules.find(({ code }) => code === goesOn);
  const ahead = modules.find(({ code }) => code === next && code !== goesOn);
  const lines = [
    ...(begun
      ? [say('learn-shelf.goes-on', { title: literal(begun.title), nth: begun.done, count: begun.of })]
      : []),
    ...(ahead ? [say('learn-shelf.next', { title: literal(ahead.title), minutes: ahead.minutes })] : []),
  ];
  return lines.length > 0 ? { join: lines, by: '\n' } : say('learn-shelf.all-passed');
};

/** The first tap: to go on, or to begin what is next. */
const onward = ({ goesOn, next }: LearnShelf): Choice[] => {
  if (goesOn !== null) return [{ id: `go:learn:${goesOn}`, label: say('button.learn.continue') }];
  return next === null ? [] : [{ id: `go:learn:${next}`, label: say('button.learn.start') }];
};

const turns = (page: number, last: number): Choice[] => [
  ...(page > 0 ? [{ id: `go:learn-shelf:${page - 1}`, label: say('button.previous') }] : []),
  ...(page < last ? [{ id: `go:learn-shelf:${page + 1}`, label: say('button.next') }] : []),
];

const shown = (shelf: LearnShelf, wanted: number, doors: readonly Choice[]): Reply => {
  const { modules, goesOn, next } = shelf;
  if (modules.length === 0) return { text: say('learn-shelf.empty'), choices: doors };
  const last = Math.ceil(modules.length / perPage) - 1;
  const page = Math.min(wanted, last);
  const on = modules.slice(page * perPage, (page + 1) * perPage);
  return {
    text: { join: [head(shelf), { join: on.map(line), by: '\n' }], by: '\n\n' },
    choices: [
      ...onward(shelf),
      ...on
        .filter(({ code }) => code !== (goesOn ?? next))
        .map(({ code, title }) => ({ id: `go:learn:${code}`, label: literal(title) })),
      ...doors,
      ...turns(page, last),
    ],
    columns: 1,
  };
};

/** `/belajar`: to go on where one stopped, what is next on the path, all modules with how far they are, and what else there is today. */
export const learnShelf = form<Answers, Facts>({
  id: 'learn-shelf',
  work: true,
  starts: (argument) => ({ page: /^\d{1,3}$/.test(argument) ? Number(argument) : 0 }),
  facts: {
    shelf: fact<Answers, LearnShelf | null, true>({ of: () => true, read: (reads) => reads.learnShelf() }),
    exercises: fact<Answers, ExerciseDesk | null, true>({
      of: () => true,
      read: (reads) => reads.exerciseDesk(),
    }),
    check: fact<Answers, SelfCheckLook | null, true>({
      of: () => true,
      read: (reads) => reads.selfCheckLook(),
    }),
  },
  questions: () => ({}),
  finish: ({ answers: { page = 0 }, facts: { shelf, exercises = null, check = null } }) => ({
    say: [
      shelf
        ? shown(shelf, page, learningDoors(shelf, exercises, check))
        : { text: say('learn-shelf.staff-only') },
    ],
    rests: true,
  }),
  draft: () => undefined,
});
