import { fact, form } from '../../../conversation/form.ts';
import { type Choice, literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import { type LocalDate, localDate } from '../../../domain/local-date.ts';
import type { MyTraining, MyTrainingLine } from '../../../domain/training/my-training.ts';
import { shortTitle } from '../../../domain/training/short-title.ts';
import { yearLines } from '../learning-lines.ts';
import { dayText } from './training-days.ts';

type Answers = { page: number; words: string };
type Facts = { mine: MyTraining | null };

/** So many stand on one page, so that they, the doors and the pages fit ten rows. */
const perPage = 5;
/** Of the year as much as says how it stands. */
const yearMost = 3;

const line = ({ title, is, due, nth }: MyTrainingLine, today: LocalDate): Text => {
  const named = literal(shortTitle(title));
  if (is === 'waiting') return say('trainings.line.waiting', { title: named, nth: nth ?? 1 });
  if (due === null)
    return is === 'duty'
      ? say('trainings.line.duty-open', { title: named })
      : say('trainings.line.registered-open', { title: named });
  const when = due < today ? ('late' as const) : ('due' as const);
  return say(`trainings.line.${is}-${when}`, { title: named, date: dayText(due, today) });
};

const doors: readonly Choice[] = [
  { id: 'go:trainings-open', label: say('button.trainings.open') },
  { id: 'go:certificate', label: say('button.certificate.send') },
  { id: 'go:calendar', label: say('button.trainings.calendar') },
];

const turns = (page: number, last: number): Choice[] => [
  ...(page > 0 ? [{ id: `go:trainings:${page - 1}`, label: say('button.previous') }] : []),
  ...(page < last ? [{ id: `go:trainings:${page + 1}`, label: say('button.next') }] : []),
];

const mineReply = ({ standing, lines }: MyTraining, wanted: number, today: LocalDate): Reply => {
  const last = Math.max(0, Math.ceil(lines.length / perPage) - 1);
  const page = Math.min(wanted, last);
  const shown = lines.slice(page * perPage, (page + 1) * perPage);
  const list: Text =
    shown.length > 0
      ? { join: [say('trainings.mine'), ...shown.map((one) => line(one, today))], by: '\n' }
      : say('trainings.none');
  return {
    text: { join: [{ join: yearLines(standing).slice(0, yearMost), by: '\n' }, list], by: '\n\n' },
    choices: [
      ...shown.map(({ code, title }) => ({
        id: `go:training:${code}`,
        label: literal(shortTitle(title, 60)),
      })),
      ...doors,
      ...turns(page, last),
    ],
    columns: 1,
  };
};

/** `/pelatihan`: how the year stands, what somebody takes part in, waits for or owes, and the ways on; with words it looks for them among the open ones. */
export const trainings = form<Answers, Facts>({
  id: 'trainings',
  work: true,
  starts: (argument) =>
    /^\d{1,3}$/.test(argument.trim()) ? { page: Number(argument) } : { words: argument.trim() },
  facts: {
    mine: fact<Answers, MyTraining | null, true>({ of: () => true, read: (reads) => reads.myTraining() }),
  },
  questions: () => ({}),
  finish: ({ answers: { page = 0, words }, facts: { mine }, moment: { now, city } }) => {
    if (!mine) return { say: [{ text: say('profile.none') }] };
    if (words) return { say: [], next: { form: 'trainings-open', answers: { words } } };
    return { say: [mineReply(mine, page, localDate(now, city.agency.zone))] };
  },
  draft: () => undefined,
});
