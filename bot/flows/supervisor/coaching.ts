import { fact, form } from '../../conversation/form.ts';
import { say } from '../../conversation/reply.ts';
import { type CoachingAnswer, isCoachingAnswer } from '../../domain/coaching/coaching-answer.ts';
import type { CoachingLook } from '../../domain/coaching/coaching-reads.ts';
import { coachingCard } from './coaching-words.ts';

type Answers = { id: number; said: CoachingAnswer };
type Facts = { look: CoachingLook | null };

/** `12` shows a proposal, `12 taken` answers it. */
const started = (argument: string): Partial<Answers> => {
  const [, id, said] = /^(\d{1,9})(?: (\w+))?$/.exec(argument) ?? [];
  if (id === undefined) return {};
  return { id: Number(id), ...(isCoachingAnswer(said) && { said }) };
};

/** What was proposed to an office whose figure fell, and how it went on; its head takes it up, or not now. */
export const coaching = form<Answers, Facts>({
  id: 'coaching',
  work: true,
  starts: started,
  facts: {
    look: fact<Answers, CoachingLook | null, number>({
      of: ({ id = 0 }) => id,
      read: (reads, id) => reads.coaching(id),
    }),
  },
  questions: () => ({}),
  finish: ({ answers: { id = 0, said }, facts: { look } }) => {
    if (!look) return { say: [{ text: say('coaching.not-yours') }] };
    if (said === undefined || !look.answers.includes(said)) return { say: [coachingCard(look)] };
    const { module } = look;
    return {
      say: [
        {
          text: say(`coaching.thanks-${said}`),
          choices: [
            ...(module && said === 'taken'
              ? [{ id: `go:learn:${module.code}`, label: say('button.coaching.module') }]
              : []),
            { id: `go:coaching:${id}`, label: say('button.coaching.look') },
          ],
        },
      ],
      effects: [{ do: 'coaching.answer', proposal: id, answer: said }],
    };
  },
  draft: () => undefined,
});
