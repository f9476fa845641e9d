import { type Actor, actOn, expectedOf, linesDiffer, linesOf } from '../../bot/conversation/transcript.ts';

/** What one person does, and what each person then sees. */
type Beat = { line: number; who: string; said: string; seen: Map<string, string[]> };

/** Reads a scene: `Sri > text` does something, `Sri: line` is what Sri then sees; nobody sees anything else. */
const readScene = (script: string): Beat[] => {
  const beats: Beat[] = [];
  for (const [i, raw] of script.split('\n').entries()) {
    const line = raw.trim();
    if (!line || line.startsWith('#')) continue;
    const [, actor, said] = /^(\w+) > (.+)$/.exec(line) ?? [];
    if (actor && said) {
      beats.push({ line: i + 1, who: actor, said, seen: new Map() });
      continue;
    }
    const [, who, text] = /^(\w+): (.+)$/.exec(line) ?? [];
    const beat = beats.at(-1);
    if (!who || !text || !beat) throw new Error(`line ${i + 1} is neither said nor seen: ${line}`);
    beat.seen.set(who, [...(beat.seen.get(who) ?? []), text]);
  }
  return beats;
};

/**
 * Plays a scene with several people, each on their own phone, and throws at the first line that anybody sees otherwise than
 * written, or at all though it is not written. `{name}` remembers a word, `…` stands for any text; gives the words.
 */
export const playScene = async (
  script: string,
  people: { [name: string]: Actor },
  names = new Map<string, string>(),
): Promise<Map<string, string>> => {
  for (const { line, who, said, seen } of readScene(script)) {
    const actor = people[who];
    if (!actor) throw new Error(`line ${line}: nobody is called ${who}`);
    await actOn(
      actor,
      said.replace(/\{(\w+)\}/g, (blank, name: string) => names.get(name) ?? blank),
    );
    for (const [name, person] of Object.entries(people)) {
      const expected = expectedOf(person, seen.get(name) ?? []);
      const messages = await person.seen();
      const buttons = expected.some((one) => one.startsWith('['));
      const actual = messages
        .flatMap((message) => linesOf(buttons ? message : { ...message, buttons: [] }))
        .filter((one) => !one.startsWith('✓ '));
      const wrong = linesDiffer(expected, actual, names);
      if (wrong)
        throw new Error(
          [
            `line ${line}: after "${who} > ${said}" ${name} should see`,
            `  ${wrong.expected ?? '(nothing more)'}`,
            'but saw',
            `  ${wrong.seen ?? '(nothing more)'}`,
            `all of it:\n${messages.flatMap(linesOf).join('\n')}`,
          ].join('\n'),
        );
    }
  }
  return names;
};
