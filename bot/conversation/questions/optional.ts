import type { Json } from '../json.ts';
import type { Question } from '../question.ts';
import { say, type Text } from '../reply.ts';

/** What `optional` holds when the question was skipped. */
export const skipped = null;

/** Lets a question be skipped: a button, and the word "lewati". `note` says what then happens. */
export const optional = <V extends Json>(question: Question<V>, note?: Text): Question<V | null> => ({
  ...(question as Question<V | null>),
  ask: {
    ...question.ask,
    choices: [...(question.ask.choices ?? []), { id: 'skip', label: say('button.skip') }],
  },
  hear: {
    ...(question.hear as Question<V | null>['hear']),
    choice: (content) =>
      content.id === 'skip'
        ? { answer: skipped, ...(note && { note }) }
        : (question.hear.choice?.(content) ?? { again: say('again.choose') }),
  },
  valid: (value) => value === skipped || question.valid(value),
});
