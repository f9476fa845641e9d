import { fact, form } from '../../../conversation/form.ts';
import { pick } from '../../../conversation/questions/pick.ts';
import { literal, say } from '../../../conversation/reply.ts';
import { type UsedAnswer, usedAnswers } from '../../../domain/coaching/used-at-work.ts';
import type { UsedLook } from '../../../domain/modules/recall-reads.ts';
import { usedBy } from './used-choices.ts';

type Answers = { training: string; answer: UsedAnswer };
type Facts = { look: UsedLook | null };

/** "Dipakai di pekerjaan?", two months after a training. It leaves no trace of who answered what. */
export const usedAtWork = form<Answers, Facts>({
  id: 'used-at-work',
  work: true,
  fleeting: true,
  starts: (argument) => (argument ? usedBy(argument) : {}),
  facts: {
    look: fact<Answers, UsedLook | null, string>({
      of: ({ training }) => training ?? '',
      read: (reads, training) => reads.usedAtWork(training),
    }),
  },
  questions: ({ facts: { look } }) =>
    look
      ? {
          answer: pick<UsedAnswer>({
            text: say('training-reminder.used', { title: literal(look.title) }),
            choices: usedAnswers.map((id) => ({ id, label: say(`button.used.${id}`) })),
          }),
        }
      : {},
  ends: ({ facts: { look } }) => {
    if (look === null) return { say: [{ text: say('used.not-asked') }], rests: true };
    return look?.is === 'answered'
      ? { say: [{ text: say('used.answered', { title: literal(look.title) }) }], rests: true }
      : undefined;
  },
  finish: ({ answers: { training = '', answer }, facts: { look } }) => {
    if (!answer || !look) return { say: [] };
    return {
      say: [{ text: say('used.thanks', { title: literal(look.title) }) }],
      effects: [{ do: 'training.used', training, answer }],
      rests: true,
    };
  },
  draft: () => undefined,
});
