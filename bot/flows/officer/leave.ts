import { fact, form } from '../../conversation/form.ts';
import type { Json } from '../../conversation/json.ts';
import type { Question } from '../../conversation/question.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { literal, say } from '../../conversation/reply.ts';
import type { LeaveView } from '../../domain/absence.ts';
import { localDate } from '../../domain/local-date.ts';
import { wordsOf } from '../../domain/words.ts';
import { dateQuestion } from './date-question.ts';

type Answers = { now: 'end' | 'other'; from: string; until: string; standin: string };
type Facts = { leave: LeaveView | null };

const nobody = 'none';

/** Who does the work meanwhile: a colleague of the office by tap or name, or nobody. */
const standInQuestion = (colleagues: LeaveView['colleagues']): Question<string> => {
  const ids = new Set([nobody, ...colleagues.map(({ id }) => String(id))]);
  return {
    ask: {
      text: say('leave.stand-in'),
      columns: 1,
      choices: [
        ...colleagues.map(({ id, name }) => ({ id: String(id), label: literal(name) })),
        { id: nobody, label: say('button.leave.nobody') },
      ],
    },
    hear: {
      choice: ({ id }) => (ids.has(id) ? { answer: id } : { again: say('again.choose') }),
      text: ({ text }) => {
        const said = wordsOf(text);
        const found = colleagues.filter(({ name }) => {
          const known = wordsOf(name);
          return said.length > 0 && said.every((word) => known.includes(word));
        });
        const [only] = found;
        return only && found.length === 1
          ? { answer: String(only.id) }
          : { again: say('leave.stand-in.unclear') };
      },
    },
    valid: (value) => typeof value === 'string' && ids.has(value),
    title: say('button.part.stand-in'),
  };
};

const nameOf = (standIn: string | undefined, { colleagues }: Pick<LeaveView, 'colleagues'>) => {
  const found = colleagues.find(({ id }) => String(id) === standIn);
  return found ? literal(found.name) : say('leave.nobody');
};

const nowQuestion = ({ from, until, standIn }: NonNullable<LeaveView['running']>) =>
  pick<Answers['now']>({
    text: say('leave.now', {
      date: { date: from },
      until: { date: until },
      name: standIn === null ? say('leave.nobody') : literal(standIn),
    }),
    columns: 1,
    choices: [
      { id: 'end', label: say('button.leave.end') },
      { id: 'other', label: say('button.leave.other') },
    ],
  });

/** `/cuti`: away from one day up to and including another, with a stand-in; or back again. */
export const leave = form<Answers, Facts>({
  id: 'leave',
  work: true,
  facts: {
    leave: fact<Answers, LeaveView | null, Json>({ of: () => true, read: (reads) => reads.myLeave() }),
  },
  sends: say('button.save'),
  questions: ({ answers: { now }, facts: { leave: view }, moment }) => ({
    ...(view?.running && { now: nowQuestion(view.running) }),
    ...(now !== 'end' && {
      from: { ...dateQuestion(moment, { text: say('leave.from') }), title: say('button.part.from') },
      until: { ...dateQuestion(moment, { text: say('leave.until') }), title: say('button.part.until') },
      standin: standInQuestion(view?.colleagues ?? []),
    }),
  }),
  ends: ({ facts: { leave: view } }) => {
    if (view === undefined) return undefined;
    if (view === null) return { say: [{ text: say('profile.none') }] };
    return view.may ? undefined : { say: [{ text: say('leave.not-yours') }] };
  },
  check: ({ answers: { from, until }, moment: { now, city } }) => {
    const today = localDate(now, city.agency.zone);
    if (from && from < today) return { from: say('answer.date.past') };
    return from && until && until < from ? { until: say('leave.backwards') } : {};
  },
  review: ({ answers: { now, from = '', until = '', standin }, facts: { leave: view } }) =>
    now === 'end'
      ? undefined
      : {
          text: say('leave.review', {
            date: { date: from },
            until: { date: until },
            name: nameOf(standin, view ?? { colleagues: [] }),
          }),
        },
  finish: ({ answers: { now, from = '', until = '', standin } }) => {
    if (now === 'end') return { say: [{ text: say('leave.ended') }], effects: [{ do: 'staff.back' }] };
    const standIn = standin && standin !== nobody ? { standIn: Number(standin) } : {};
    return {
      say: [{ text: say('leave.done', { date: { date: until } }) }],
      effects: [{ do: 'staff.away', from, until, ...standIn }],
    };
  },
  draft: () => undefined,
});
