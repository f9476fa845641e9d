import { form } from '../../../conversation/form.ts';
import { words } from '../../../conversation/questions/words.ts';
import { literal, say } from '../../../conversation/reply.ts';
import { maskPersonal } from '../../../domain/masking.ts';
import { maskWords } from '../../mask-words.ts';
import { short } from '../report/summary.ts';
import { ended, type Facts, startsWithThread, threadFact } from './own-thread.ts';

type Answers = { number: string; words: string };

/** *Jawab*: what the complaints officer asked of somebody who rated a service low. The officer reads it without numbers and addresses. */
export const replyToThread = form<Answers, Facts>({
  id: 'skm-reply',
  starts: startsWithThread,
  facts: { thread: threadFact<Answers>() },
  questions: ({ facts: { thread } }) => ({
    words: words(
      {
        text: say('rater.reply', {
          label: literal(thread?.service ?? ''),
          words: literal(short(thread?.words ?? '')),
        }),
        choices: [
          { id: 'cancel', label: say('button.cancel') },
          { id: `go:skm-enough:${thread?.number ?? ''}`, label: say('button.enough') },
        ],
      },
      { min: 2, max: 1000 },
    ),
  }),
  ends: ({ facts: { thread } }) => {
    const no = ended(thread);
    if (no) return { say: [no] };
    return thread?.state === 'asked' ? undefined : { say: [{ text: say('rater.not-asked') }] };
  },
  finish: ({ answers: { words: said = '' }, facts: { thread }, moment }) => ({
    say: [{ text: say('rater.replied') }],
    effects: thread
      ? [
          {
            do: 'survey-thread.answer',
            number: thread.number,
            words: maskPersonal(said, maskWords(moment.spoken)).text,
          },
        ]
      : [],
  }),
  draft: () => undefined,
});
