import { type Finish, fact, form } from '../../../conversation/form.ts';
import type { Question } from '../../../conversation/question.ts';
import { say } from '../../../conversation/reply.ts';
import type { Answer } from '../../../domain/skm/elements.ts';
import type { Ratable } from '../../../reads.ts';
import { fourAnswers } from './four-answers.ts';
import { againFrom, menuDoor, notRatable, placeOf } from './rated.ts';

type Given = { service: string; score: Answer };
type Facts = { ratable: Ratable | null };

const scoreQuestion = (ratable: Ratable): Question<Answer> =>
  fourAnswers(
    { join: [say('skm.quick', { place: placeOf(ratable) }), say('notice.skm-quick')], by: '\n' },
    (worth) => ({ label: say(`button.rate.${worth}`) }),
  );

/** The nine are offered where they were not answered yet. */
const onward = ({ code, rated }: Ratable) => [
  ...(rated ? [] : [{ id: `go:skm:${code}`, label: say('button.skm-nine') }]),
  menuDoor,
];

const refused = ({ service }: Partial<Given>, ratable: Ratable | null | undefined): Finish | undefined => {
  if (!service) return { say: [], next: { form: 'rate-service' } };
  const no = notRatable(ratable);
  if (no || !ratable?.ratedQuickly) return no;
  const blanks = { place: placeOf(ratable), date: againFrom(ratable) };
  return { say: [{ text: say('skm.quick.rated', blanks), choices: onward(ratable) }] };
};

/** One question for those who will not do nine. It is kept apart from the index, and says so. */
export const quick = form<Given, Facts>({
  id: 'skm-quick',
  fleeting: true,
  starts: (argument) => (argument ? { service: argument } : {}),
  facts: {
    ratable: fact<Given, Ratable | null, string>({
      of: ({ service }) => service,
      read: (reads, service) => reads.ratable(service),
    }),
  },
  questions: ({ facts: { ratable } }) => (ratable ? { score: scoreQuestion(ratable) } : {}),
  ends: ({ answers, facts: { ratable } }) => refused(answers, ratable),
  finish: ({ answers: { score }, facts: { ratable } }) => {
    if (!ratable || !score) return { say: [] };
    const more = ratable.rated ? [] : [say('skm.quick.more')];
    return {
      say: [{ text: { join: [say('skm.quick.thanks'), ...more], by: '\n' }, choices: onward(ratable) }],
      effects: [{ do: 'skm.quick', service: ratable.code, score }],
    };
  },
  draft: () => undefined,
});
