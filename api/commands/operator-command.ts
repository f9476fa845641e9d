import { type ArgsDef, defineCommand, type ParsedArgs } from 'citty';
import type { HouseAction } from '../../bot/domain/permissions/action.ts';
import { may } from '../../bot/domain/permissions/may.ts';
import { isGranted } from '../../bot/domain/permissions/verdict.ts';
import type { AnyCommand } from './find-command.ts';
import { type Outcome, refused, wrongUsage } from './outcome.ts';

const json = {
  json: { type: 'boolean', description: 'Print JSON for machines' },
} as const satisfies ArgsDef;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What is wrong with the words that were typed: citty itself lets unknown options pass, and a missing choice. */
const faultIn = (
  given: { _: string[]; [name: string]: unknown },
  known: ArgsDef,
  many = false,
): string | undefined => {
  const option = Object.keys(given).find((name) => name !== '_' && !(kebab(name) in known));
  if (option) return `Unknown option --${option}.`;
  const missing = Object.entries(known).find(([name, { required }]) => required && given[name] === undefined);
  if (missing) return `Missing option --${missing[0]}.`;
  const words = Object.values(known).filter(({ type }) => type === 'positional').length;
  const extra = given._[words];
  return many || extra === undefined ? undefined : `Too much: ${extra}.`;
};

/**
 * Whoever has the command line is the administrator, and may what the permission table lets an administrator: no more,
 * so nothing here reads a sensitive report.
 */
export const operatorMay = (action: HouseAction): boolean => isGranted(may('admin', action, 'other'));

/**
 * A command of the operator: its words for `--help`, what it asks of the permission table, and what it does; `--json` is
 * every command's. `many`: its last word may stand several times, all of them in `_`. Its outcome is printed elsewhere.
 */
export const operatorCommand = <const T extends ArgsDef>(
  { asks, many, ...meta }: { name: string; description: string; asks?: HouseAction; many?: true },
  args: T,
  work: (args: ParsedArgs<T & typeof json>) => Outcome | Promise<Outcome>,
): AnyCommand => {
  const all = { ...args, ...json };
  return defineCommand<T & typeof json>({
    meta,
    args: all,
    run: (context) => {
      const fault = faultIn(context.args, all, many);
      if (fault) return wrongUsage(fault);
      return asks && !operatorMay(asks) ? refused(`The operator may not ${asks}.`) : work(context.args);
    },
  });
};
