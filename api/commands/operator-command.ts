import { type ArgsDef, type CommandDef, defineCommand, type ParsedArgs } from 'citty';
import { type Outcome, wrongUsage } from './outcome.ts';

const json = {
  json: { type: 'boolean', description: 'Print JSON for machines' },
} as const satisfies ArgsDef;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What is wrong with the words that were typed: citty itself lets unknown options pass, and a missing choice. */
const faultIn = (given: { _: string[]; [name: string]: unknown }, known: ArgsDef): string | undefined => {
  const option = Object.keys(given).find((name) => name !== '_' && !(kebab(name) in known));
  if (option) return `Unknown option --${option}.`;
  const missing = Object.entries(known).find(([name, { required }]) => required && given[name] === undefined);
  if (missing) return `Missing option --${missing[0]}.`;
  const words = Object.values(known).filter(({ type }) => type === 'positional').length;
  const extra = given._[words];
  return extra === undefined ? undefined : `Too much: ${extra}.`;
};

/** A command of the operator: its words for `--help`, and what it does; `--json` is every command's. Its outcome is printed elsewhere. */
export const operatorCommand = <const T extends ArgsDef>(
  meta: { name: string; description: string },
  args: T,
  work: (args: ParsedArgs<T & typeof json>) => Outcome | Promise<Outcome>,
  // biome-ignore lint/suspicious/noExplicitAny: citty's own seam for commands of different arguments side by side.
): CommandDef<any> => {
  const all = { ...args, ...json };
  return defineCommand<T & typeof json>({
    meta,
    args: all,
    run: (context) => {
      const fault = faultIn(context.args, all);
      return fault ? wrongUsage(fault) : work(context.args);
    },
  });
};
