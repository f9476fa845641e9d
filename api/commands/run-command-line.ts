import { stripVTControlCharacters } from 'node:util';
import { renderUsage, runCommand } from 'citty';
import { type AnyCommand, type Found, findCommand, partsOf, usualOf } from './find-command.ts';
import { exitCodes, type Outcome, outcomeOf, wrongUsage } from './outcome.ts';

const isCliError = (error: unknown): error is Error => error instanceof Error && error.name === 'CLIError';

const run = async ({ command, rest }: Found): Promise<Outcome> => {
  if (partsOf(command))
    return wrongUsage(rest[0] === undefined ? 'A command is missing.' : `There is no command ${rest[0]}.`);
  try {
    const { result } = await runCommand(command, { rawArgs: [...rest] });
    return result as Outcome;
  } catch (error) {
    return isCliError(error) ? wrongUsage(error.message) : outcomeOf(error);
  }
};

/** Where answers and reasons go: standard output and standard error. */
export type Printed = { out: Out; err: Out };
type Out = { write: (text: string | Uint8Array) => unknown; isTTY?: boolean };

/** Prints with colour where somebody looks, without where it goes into a file or another program. */
const print = (out: Out, text: string): void => {
  out.write(`${out.isTTY ? text : stripVTControlCharacters(text)}\n`);
};

/** As it is: not a byte more or less. */
const printFile = (out: Out, bytes: Uint8Array): number => {
  out.write(bytes);
  return exitCodes.file;
};

const usageOf = (root: AnyCommand, { command, path }: Found): Promise<string> => {
  const name = typeof root.meta === 'object' && 'name' in root.meta ? root.meta.name : undefined;
  return path.length === 0
    ? renderUsage(command)
    : renderUsage(command, { meta: { name: [name, ...path.slice(0, -1)].join(' ') } });
};

/** Takes the words of a command line, prints what came of them and returns the exit code. `--json` and `--help` may stand anywhere. */
export const runCommandLine = async (
  root: AnyCommand,
  argv: readonly string[],
  { out, err }: Printed = { out: process.stdout, err: process.stderr },
): Promise<number> => {
  const json = argv.includes('--json');
  const help = argv.some((word) => word === '--help' || word === '-h');
  const found = await findCommand(
    root,
    argv.filter((word) => !['--json', '--help', '-h'].includes(word)),
  );
  if (help && (!partsOf(found.command) || found.rest.length === 0)) {
    print(out, await usageOf(root, found));
    return exitCodes.done;
  }
  const usual = await usualOf(found);
  const outcome = await run(json ? { ...usual, rest: [...usual.rest, '--json'] } : usual);
  if (outcome.kind === 'file') {
    if (outcome.plain || !out.isTTY) return printFile(out, outcome.bytes);
    print(err, 'This is not for reading in a terminal: name a file with --out.');
    return exitCodes.refused;
  }
  if (outcome.kind === 'done') print(out, json ? JSON.stringify(outcome.data) : outcome.words);
  else print(err, outcome.reason);
  if (outcome.kind === 'wrong usage') print(err, `\n${await usageOf(root, usual)}`);
  return exitCodes[outcome.kind];
};
