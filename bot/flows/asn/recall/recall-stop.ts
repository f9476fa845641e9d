import { fact, form } from '../../../conversation/form.ts';
import { yesNo } from '../../../conversation/questions/pick.ts';
import { authored, say } from '../../../conversation/reply.ts';
import type { RepeatedModule } from '../../../domain/modules/recall-reads.ts';

type Answers = { module: string; sure: boolean };
type Facts = { repeated: RepeatedModule | null };

/** *Berhenti mengulang*: the questions of a module come back to this person no more. */
export const recallStop = form<Answers, Facts>({
  id: 'recall-stop',
  work: true,
  starts: (argument) => (argument ? { module: argument } : {}),
  facts: {
    repeated: fact<Answers, RepeatedModule | null, string>({
      of: ({ module }) => module ?? '',
      read: (reads, module) => reads.repeatedModule(module),
    }),
  },
  questions: ({ facts: { repeated } }) =>
    repeated
      ? {
          sure: yesNo({
            text: say('recall.stop', { title: authored(repeated.title), count: repeated.count }),
          }),
        }
      : {},
  ends: ({ facts: { repeated } }) =>
    repeated === null ? { say: [{ text: say('recall.none') }], rests: true } : undefined,
  finish: ({ answers: { module = '', sure }, facts: { repeated } }) => {
    const choices = [{ id: 'go:learn-shelf', label: say('button.learn') }];
    if (!repeated || !sure) return { say: [{ text: say('recall.goes-on'), choices }], rests: true };
    return {
      say: [{ text: say('recall.stopped', { title: authored(repeated.title) }), choices }],
      effects: [{ do: 'recall.stop', module }],
      rests: true,
    };
  },
  draft: () => undefined,
});
