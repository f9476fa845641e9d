import type { Question } from '../question.ts';
import { type Choice, type Reply, say, type Text } from '../reply.ts';

/** One of the offered choices. An id that is no longer offered (a deploy, another city) is asked again. */
export const pick = <V extends string = string>(
  ask: Reply & { choices: readonly Choice[] },
  { title, only = true }: { title?: Text; only?: boolean } = {},
): Question<V> => {
  const offered = (id: unknown) => ask.choices.some((choice) => choice.id === id);
  return {
    ask,
    hear: { choice: ({ id }) => (offered(id) ? { answer: id as V } : { again: say('again.choose') }) },
    valid: (value) => typeof value === 'string' && (!only || offered(value)),
    ...(title && { title }),
  };
};

/** Yes or no. */
export const yesNo = (ask: Reply, title?: Text): Question<boolean> => ({
  ask: {
    ...ask,
    choices: [
      { id: 'yes', label: say('button.yes') },
      { id: 'no', label: say('button.no') },
    ],
  },
  hear: {
    choice: ({ id }) =>
      id === 'yes' || id === 'no' ? { answer: id === 'yes' } : { again: say('again.choose') },
  },
  valid: (value) => typeof value === 'boolean',
  ...(title && { title }),
});

/** A step on a scale from 1, each with its own words (the official survey has four). */
export const scale = (ask: Reply, labels: readonly Text[], title?: Text): Question<number> => ({
  ask: { ...ask, choices: labels.map((label, i) => ({ id: String(i + 1), label })) },
  hear: {
    choice: ({ id }) => {
      const step = Number(id);
      return Number.isInteger(step) && step >= 1 && step <= labels.length
        ? { answer: step }
        : { again: say('again.choose') };
    },
  },
  valid: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= labels.length,
  ...(title && { title }),
});
