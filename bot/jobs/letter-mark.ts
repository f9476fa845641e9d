import type { Taken, Try } from '../ports.ts';

/** What a message was: these tries of letters themselves, or a template that knocked for one. */
export type Mark = { knock: boolean; tries: readonly Try[] };

const written = ({ id, fence }: Try): string => `${id}.${fence}`;

/** How letters are named to a platform that says the name back with what became of the message. Which try it was stands in it. */
export const markOf = (letters: readonly Pick<Taken, 'id' | 'fence'>[]): string =>
  letters.map(written).join(',');
export const knockMarkOf = (letter: Pick<Taken, 'id' | 'fence'>): string => `knock:${written(letter)}`;

/** A mark of ours as it comes back; no tries in what is none. */
export const readMark = (mark: string | undefined): Mark => {
  const found = /^(knock:)?(\d{1,15}\.\d{1,9}(?:,\d{1,15}\.\d{1,9})*)$/.exec(mark ?? '');
  const tries = (found?.[2] ?? '')
    .split(',')
    .filter(Boolean)
    .map((one) => one.split('.').map(Number));
  return {
    knock: found?.[1] !== undefined,
    tries: tries.map(([id = 0, fence = 0]) => ({ id, fence })),
  };
};
