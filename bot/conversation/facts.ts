import type { Reads } from '../ports.ts';
import type { AnyForm, Fields } from './form.ts';
import type { Json } from './json.ts';
import type { Moment } from './moment.ts';
import type { Talk } from './talk.ts';

const alike = (a: Json, b: Json | undefined): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Looks up, side by side, the facts whose input the new answers changed; the others stay as they were. */
export const lookUp = async (
  form: AnyForm,
  before: Fields,
  talk: Talk,
  moment: Moment,
  reads: Reads,
): Promise<Talk> => {
  if (!form.facts) return talk;
  const facts = { ...talk.facts };
  await Promise.all(
    Object.entries(form.facts).map(async ([name, fact]) => {
      const input = fact.of(talk.answers, moment);
      if (input === undefined) delete facts[name];
      else if (!(name in facts) || !alike(input, fact.of(before, moment)))
        facts[name] = await fact.read(reads, input, moment);
    }),
  );
  return { ...talk, facts };
};
