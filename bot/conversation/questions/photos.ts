import type { Question } from '../question.ts';
import { type Reply, say, type Text } from '../reply.ts';

/** Up to `max` photos, by our media id. Further ones of an album or later messages join; what is over is refused kindly. */
export const photos = (ask: Reply, { max, title }: { max: number; title?: Text }): Question<string[]> => ({
  ask,
  hear: { photo: ({ media }) => ({ answer: [media], note: say('photo.got', { count: 1, max }) }) },
  valid: (value) => Array.isArray(value) && value.length > 0 && value.every((id) => typeof id === 'string'),
  more: {
    photo: (old, { media }) =>
      old === null || old.length < max
        ? { answer: [...(old ?? []), media], note: say('photo.got', { count: (old?.length ?? 0) + 1, max }) }
        : { again: say('photo.enough', { max }) },
  },
  ...(title && { title }),
});
