import type { Question } from '../question.ts';
import { type Reply, say, type Text } from '../reply.ts';

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A person's own sentence, at least `min` characters. A second message soon after joins it. */
export const words = (
  ask: Reply,
  {
    min = 1,
    max = 4000,
    title,
    short = say('words.short'),
  }: { min?: number; max?: number; title?: Text; short?: Text },
): Question<string> => ({
  ask,
  hear: {
    text: ({ text }) => {
      const answer = tidy(text);
      if ([...answer].length < min) return { again: short };
      return [...answer].length > max ? { again: say('words.long', { max }) } : { answer };
    },
  },
  valid: (value) => typeof value === 'string',
  more: { text: (old, { text }) => ({ answer: [...`${old} ${tidy(text)}`].slice(0, max).join('') }) },
  ...(title && { title }),
});
