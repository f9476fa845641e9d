/** Somebody who will stand on a ballot paper. */
export type ToBeNamed = { name: string; unit: string; position: string };

/**
 * How candidates of one category are named on the ballot paper and in the bulletin: name and office, with the position where
 * two would be alike, and with a number where two still are. No name is given twice, which the format asks for.
 */
export const paperNames = (candidates: readonly ToBeNamed[]): string[] => {
  const short = candidates.map(({ name, unit }) => `${name}, ${unit}`);
  const long = candidates.map(({ name, unit, position }) => `${name}, ${position}, ${unit}`);
  const wanted = short.map((one, at) => (isAlone(short, one) ? one : (long[at] ?? one)));
  const given = new Set<string>();
  return wanted.map((one) => {
    let name = one;
    for (let n = 2; given.has(name); n += 1) name = `${one} (${n})`;
    given.add(name);
    return name;
  });
};

const isAlone = (all: readonly string[], one: string): boolean => all.filter((it) => it === one).length === 1;
