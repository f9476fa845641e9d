import type { Question } from '../question.ts';
import { type Reply, say, type Text } from '../reply.ts';

/** Where it is: a point from the phone, or the person's own words (a kelurahan, a landmark). */
export type Place = { point: { lat: number; lon: number } } | { words: string };

/** Asks for a place; a pin may be sent at any time and replaces what was said before. `name` says back what a pin was understood as. */
export const place = (
  ask: Reply,
  { title, name }: { title?: Text; name: (place: Place) => Text | undefined },
): Question<Place> => {
  const heard = (answer: Place) => {
    const note = name(answer);
    return { answer, ...(note && { note }) };
  };
  return {
    ask: { ...ask, request: 'location' },
    hear: {
      location: ({ lat, lon }) => heard({ point: { lat, lon } }),
      text: ({ text }) =>
        text.trim().length < 3
          ? { again: say('place.short') }
          : heard({ words: text.replace(/\s+/g, ' ').trim() }),
    },
    valid: (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      ('point' in value || 'words' in value),
    ...(title && { title }),
  };
};
