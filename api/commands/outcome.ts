import { isDatabaseAway } from '../../db/dead-updates.ts';
import { DatabaseRefused } from '../../db/embedded/index.ts';
import { NoCity } from '../../db/reads/city.ts';
import { OtherAgency } from '../../db/seed/index.ts';
import { SettingsRefused } from '../env.ts';
import { faultOf } from '../log.ts';

/** What a command came to: `words` for a person, `data` for `--json`; a `file` goes out byte by byte; a reason goes to standard error. */
export type Outcome =
  | { kind: 'done'; words: string; data: unknown }
  | { kind: 'file'; bytes: Uint8Array; plain: boolean }
  | { kind: 'refused'; reason: string }
  | { kind: 'wrong usage'; reason: string };

export const done = (words: string, data: unknown): Outcome => ({ kind: 'done', words, data });
/** `plain`: a terminal can show it. */
export const file = (bytes: Uint8Array, plain: boolean): Outcome => ({ kind: 'file', bytes, plain });
export const refused = (reason: string): Outcome => ({ kind: 'refused', reason });
export const wrongUsage = (reason: string): Outcome => ({ kind: 'wrong usage', reason });

/** The exit codes of the contract: 0 done, 1 refused with a reason, 2 wrong usage. */
export const exitCodes = { done: 0, file: 0, refused: 1, 'wrong usage': 2 } as const satisfies {
  [kind in Outcome['kind']]: number;
};

/** An error as an outcome: what a person can mend in one sentence, a bug by its place only, for its message may quote a person. */
export const outcomeOf = (error: unknown): Outcome => {
  if (error instanceof NoCity)
    return refused('The database holds no agency yet: run "npm run pendopo -- seed --city NAME".');
  if (error instanceof OtherAgency) return refused(`Refused: ${error.message}.`);
  if (error instanceof SettingsRefused || error instanceof DatabaseRefused) return refused(error.message);
  if (isDatabaseAway(error)) return refused('The database does not answer: try again.');
  return refused(`This is a fault of Pendopo: ${faultOf(error).code}.`);
};
