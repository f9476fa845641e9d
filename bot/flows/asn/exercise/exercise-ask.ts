import { fact, form } from '../../../conversation/form.ts';
import { type Choice, say } from '../../../conversation/reply.ts';
import type { OwnAnswer } from '../../../domain/exercise/exercise-reads.ts';

type Answers = { id: number };
type Facts = { mine: OwnAnswer | null };

const toOthers: Choice = { id: 'go:exercises', label: say('button.exercise.others') };

/** *Minta rekan menilai*: one's answer to an exercise waits for any colleague, who sees it without a name. */
export const exerciseAsk = form<Answers, Facts>({
  id: 'exercise-ask',
  work: true,
  starts: (argument) => (/^\d{1,15}$/.test(argument.trim()) ? { id: Number(argument) } : {}),
  facts: {
    mine: fact<Answers, OwnAnswer | null, number>({
      of: ({ id }) => id ?? 0,
      read: async (reads, id) => (await reads.exerciseTask(id))?.mine ?? null,
    }),
  },
  questions: () => ({}),
  finish: ({ answers: { id = 0 }, facts: { mine } }) => {
    switch (mine) {
      case 'kept':
        return {
          say: [{ text: say('exercise.asked'), choices: [toOthers] }],
          effects: [{ do: 'exercise.ask', exercise: id }],
        };
      case 'asked':
      case 'scored':
        return { say: [{ text: say(`exercise.mine.${mine}`), choices: [toOthers] }] };
      case null:
      case undefined:
        return { say: [{ text: say('exercise.gone'), choices: [toOthers] }] };
      default:
        return mine satisfies never;
    }
  },
  draft: () => undefined,
});
