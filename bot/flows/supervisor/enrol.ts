import { fact, form } from '../../conversation/form.ts';
import { pick } from '../../conversation/questions/pick.ts';
import { literal, say, type Text } from '../../conversation/reply.ts';
import { jpWords, shortTitle } from '../../domain/training/short-title.ts';
import type { FittingTraining, PersonView } from '../../domain/training/unit-view.ts';
import { nobody } from './unit-person.ts';

type Answers = { id: number; training: string };
type Facts = { person: PersonView | null; trainings: FittingTraining[] | null };

const seated = ({ left }: FittingTraining): 'registered' | 'waiting' =>
  left === 0 ? 'waiting' : 'registered';

const labelOf = ({ title, owed }: FittingTraining): Text => {
  const short = literal(shortTitle(title, 56));
  return owed ? say('enrol.owed', { title: short }) : short;
};

const trainingQuestion = ({ name }: PersonView, trainings: readonly FittingTraining[]) =>
  pick({
    text: say('enrol.which', { name: literal(name) }),
    choices: trainings.map((one) => ({
      id: one.code,
      label: labelOf(one),
      short: literal(shortTitle(one.title, 24)),
    })),
    columns: 1,
  });

const whenText = ({ startsOn, closes }: FittingTraining): Text => {
  if (startsOn) return say('enrol.from', { date: { date: startsOn } });
  return closes ? say('enrol.until', { date: { date: closes } }) : say('enrol.any-time');
};

const back = (id: number) => ({ id: `go:unit-person:${id}`, label: say('button.unit.person') });

/** Registers a colleague for a training that is open, after a look at it; they hear who did it and why. */
export const enrol = form<Answers, Facts>({
  id: 'enrol',
  work: true,
  starts: (argument) => ({ id: Math.max(0, Math.trunc(Number(argument) || 0)) }),
  facts: {
    person: fact<Answers, PersonView | null, number>({
      of: ({ id }) => id,
      read: (reads, id) => reads.unitPerson(id),
    }),
    trainings: fact<Answers, FittingTraining[] | null, number>({
      of: ({ id }) => id,
      read: (reads, id) => reads.fittingTrainings(id),
    }),
  },
  questions: ({ facts: { person, trainings } }) =>
    person && trainings ? { training: trainingQuestion(person, trainings) } : {},
  ends: ({ facts: { person, trainings } }) => {
    if (person === undefined || trainings === undefined) return undefined;
    if (!person?.may.enrol || !trainings) return { say: [nobody] };
    if (trainings.length > 0) return undefined;
    return {
      say: [{ text: say('enrol.none', { name: literal(person.name) }), choices: [back(person.id)] }],
    };
  },
  review: ({ answers: { training }, facts: { person, trainings } }) => {
    const chosen = trainings?.find(({ code }) => code === training);
    if (!person || !chosen) return undefined;
    const blanks = {
      title: literal(shortTitle(chosen.title)),
      jp: jpWords(chosen.jp),
      provider: literal(shortTitle(chosen.provider)),
      when: whenText(chosen),
      name: literal(person.name),
    };
    return { text: say(seated(chosen) === 'waiting' ? 'enrol.review-waiting' : 'enrol.review', blanks) };
  },
  sends: say('button.enrol'),
  finish: ({ answers: { training }, facts: { person, trainings } }) => {
    const chosen = trainings?.find(({ code }) => code === training);
    if (!person || !chosen) return { say: [nobody] };
    const expects = seated(chosen);
    const blanks = { name: literal(person.name), title: literal(shortTitle(chosen.title)) };
    return {
      say: [
        {
          text: say(expects === 'waiting' ? 'enrol.done-waiting' : 'enrol.done', blanks),
          choices: [back(person.id)],
        },
      ],
      effects: [{ do: 'training.enrol', employee: person.id, training: chosen.code, expects }],
    };
  },
  draft: () => undefined,
});
