import { parseArgs } from 'node:util';

/** What is measured and for how long: `rounds` in turns, `seconds` of the saturated load in each. */
export type Options = {
  rounds: number;
  seconds: number;
  people: number;
  rate: number;
  json: boolean;
  profile: boolean;
};

export const usual: Options = { rounds: 3, seconds: 10, people: 64, rate: 300, json: false, profile: false };

export const usage = `npm run bench -- [turn] [whatsapp] [skm] [broadcast] [--rounds 3] [--seconds 10] [--people 64] [--rate 300] [--profile] [--json]
  turn       reports by Telegram, against the same work written by hand
  whatsapp   the same by WhatsApp's official API at a steady 50 messages/s, and news to 1,000 people
  skm        the index of an office over 1,000,000 answers of the survey, and the nightly shuffle
  broadcast  10,000 reminders by Telegram in a time that runs 20 times as fast, with 2 % 429, a kill and citizens beside them
  --seconds  of saturated load in each round; the open load lasts 3.4 times as long
  --people   who write at once in the saturated load
  --rate     updates a second of the open load
  --profile  writes .bench/*.cpuprofile and lists the most expensive functions (slower: its times do not count)
`;

export const benches = ['turn', 'whatsapp', 'skm', 'broadcast'] as const;
export type Bench = (typeof benches)[number];

/** A command line that cannot be read; the message says why. */
export class WrongUsage extends Error {}

const numberAbove0 = (name: string, given: string | undefined, otherwise: number): number => {
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (!(number > 0)) throw new WrongUsage(`--${name} must be a number above 0`);
  return number;
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        people: { type: 'string' },
        rate: { type: 'string' },
        json: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : 'unknown option');
  }
};

/** Reads the command line: which benchmarks (none named: all) and how. Throws `WrongUsage`, also for an unknown name. */
export const readOptions = (args: readonly string[]): { wanted: readonly Bench[]; options: Options } => {
  const { values, positionals } = parsed(args);
  const wanted = benches.filter((name) => positionals.length === 0 || positionals.includes(name));
  const unknown = positionals.find((name) => !benches.some((bench) => bench === name));
  if (unknown !== undefined) throw new WrongUsage(`there is no benchmark "${unknown}"`);
  return {
    wanted,
    options: {
      rounds: Math.ceil(numberAbove0('rounds', values.rounds, usual.rounds)),
      seconds: numberAbove0('seconds', values.seconds, usual.seconds),
      people: Math.ceil(numberAbove0('people', values.people, usual.people)),
      rate: numberAbove0('rate', values.rate, usual.rate),
      json: values.json,
      profile: values.profile,
    },
  };
};
