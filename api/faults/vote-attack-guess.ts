import type { Dump } from './vote-attack-evidence.ts';
import type { Trace } from './vote-attack-traces.ts';

/** One way to tell votes: the option it takes each voter's to be, by employee. */
export type Guess = { by: string; of: ReadonlyMap<string, number> };

/** What tells an option where it stands anywhere, and what only where it stands alone. */
export type Option = { anywhere: readonly string[]; alone: readonly string[] };

/** The options of a category as the tables name them: the candidates in the order of the paper, and blank. */
export const optionsOf = (dump: Dump): Option[] => {
  const papers = (dump.get('award_nominee') ?? [])
    .filter((row) => row.get('paper') !== undefined)
    .sort((one, other) => Number(one.get('paper')) - Number(other.get('paper')));
  const named = papers.map((row) => ({
    anywhere: ['paper_name', 'id', 'employee_id'].flatMap((column) => row.get(column) ?? []),
    alone: [row.get('paper') ?? ''],
  }));
  return [...named, { anywhere: ['blank', 'kosong'], alone: [String(named.length)] }];
};

const told = (options: readonly Option[], value: string): number | undefined => {
  const low = value.toLowerCase();
  const found = options.flatMap(({ anywhere, alone }, option) =>
    alone.includes(value) || anywhere.some((word) => low.includes(word.toLowerCase())) ? [option] : [],
  );
  return found.length === 1 ? found[0] : undefined;
};

const sortable = (value: string): string => {
  const place = /^\((\d+),(\d+)\)$/.exec(value);
  if (place) return `${place[1]?.padStart(12, '0')},${place[2]?.padStart(6, '0')}`;
  return /^-?\d+(\.\d+)?$/.test(value) ? value.padStart(24, '0') : value;
};

/** People in the order of what stands near them. */
export const inOrder = (values: ReadonlyMap<string, string>): string[] =>
  [...values]
    .map(([who, value]) => [who, sortable(value)] as const)
    .sort(([, one], [, other]) => (one < other ? -1 : 1))
    .map(([who]) => who);

const fifthsOf = (values: ReadonlyMap<string, string>): Map<string, string> => {
  const order = inOrder(values);
  return new Map(order.map((who, at) => [who, String(Math.floor((at * 5) / order.length))]));
};

const residueOf = (value: string): string => {
  const digits = /(\d+)\D*$/.exec(value)?.[1];
  return digits === undefined ? '' : String(BigInt(digits) % 5n);
};

/** For each value the option that most of those whose vote is known chose. */
const learned = (
  values: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, number>,
): Map<string, number> => {
  const counts = new Map<string, Map<number, number>>();
  for (const [who, option] of known) {
    const value = values.get(who);
    if (value === undefined) continue;
    const own = counts.get(value) ?? new Map<number, number>();
    own.set(option, (own.get(option) ?? 0) + 1);
    counts.set(value, own);
  }
  const likely = new Map([...counts].map(([value, own]) => [value, most(own)]));
  return new Map(
    [...values].flatMap(([who, value]) => {
      const option = likely.get(value);
      return option === undefined ? [] : [[who, option] as const];
    }),
  );
};

const most = (counts: ReadonlyMap<number, number>): number =>
  [...counts].reduce((one, other) => (other[1] > one[1] ? other : one))[0];

/** What a trace may tell: the option by its name, or what those whose vote is known have in common with others in text, length, order or remainder. */
export const guessesOf = (
  { by, values }: Trace,
  options: readonly Option[],
  known: ReadonlyMap<string, number>,
): Guess[] => {
  const changed = (change: (value: string) => string) =>
    new Map([...values].map(([who, value]) => [who, change(value)]));
  const named = [...values].flatMap(([who, value]) => {
    const option = told(options, value);
    return option === undefined ? [] : [[who, option] as const];
  });
  return [
    { by: `${by}: named`, of: new Map(named) },
    { by: `${by}: as others who wrote this`, of: learned(values, known) },
    {
      by: `${by}: as others of this length`,
      of: learned(
        changed((value) => String(value.length)),
        known,
      ),
    },
    { by: `${by}: as others of this fifth`, of: learned(fifthsOf(values), known) },
    { by: `${by}: as others of this remainder`, of: learned(changed(residueOf), known) },
  ];
};
