import type { Reads } from '../reads.ts';
import type { AnyForm, Fields } from './form.ts';
import type { Json } from './json.ts';
import type { Moment } from './moment.ts';
import type { Talk } from './talk.ts';

type AnyFact = NonNullable<AnyForm['facts']>[string];

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
  const read = async (name: string, fact: AnyFact, input: Json) => {
    facts[name] = await fact.read(reads, input, moment);
  };
  const reading: Promise<void>[] = [];
  for (const [name, fact] of Object.entries(form.facts)) {
    const input = fact.of(talk.answers, moment);
    if (input === undefined) delete facts[name];
    else if (!(name in facts) || !alike(input, fact.of(before, moment)))
      reading.push(read(name, fact, input));
  }
  await Promise.all(reading);
  return { ...talk, facts };
};
