import { type Finish, fact, form } from '../../conversation/form.ts';
import { words } from '../../conversation/questions/words.ts';
import { literal, say } from '../../conversation/reply.ts';
import type { CommitteeQuestion } from '../../domain/award/committee-view.ts';

type Answers = { id: number; reply: string };
type Facts = { asked: CommitteeQuestion | null };

const over = (asked: CommitteeQuestion | null): Finish | undefined => {
  if (!asked) return { say: [{ text: say('nominee-reply.none') }] };
  if (asked.reply !== null) return { say: [{ text: say('nominee-reply.already') }] };
  return asked.open ? undefined : { say: [{ text: say('nominee-reply.late') }] };
};

/** A nominee answers what the committee asked; once a question. */
export const nomineeReply = form<Answers, Facts>({
  id: 'nominee-reply',
  work: true,
  starts: (argument) => (/^\d{1,15}$/.test(argument.trim()) ? { id: Number(argument) } : {}),
  facts: {
    asked: fact<Answers, CommitteeQuestion | null, number>({
      of: ({ id }) => id ?? 0,
      read: (reads, id) => reads.committeeQuestion(id),
    }),
  },
  questions: ({ facts: { asked } }) =>
    asked
      ? {
          reply: words(
            { text: say('nominee-reply.question', { message: literal(asked.question) }) },
            { min: 5, max: 300, title: say('button.committee.answer') },
          ),
        }
      : {},
  ends: ({ facts: { asked } }) => (asked === undefined ? undefined : over(asked)),
  review: ({ answers: { reply = '' } }) => ({
    text: say('nominee-reply.review', { message: literal(reply) }),
  }),
  finish: ({ answers: { id = 0, reply = '' } }) => ({
    say: [
      {
        text: say('nominee-reply.done'),
        choices: [{ id: `go:nominee:${id}`, label: say('button.committee.own-card') }],
      },
    ],
    effects: [{ do: 'award.reply', nominee: id, words: reply }],
  }),
  draft: () => undefined,
});
