import { type CommandDef, renderUsage, runCommand } from 'citty';
import { exitCodes, type Outcome, outcomeOf, wrongUsage } from './outcome.ts';

// biome-ignore lint/suspicious/noExplicitAny: citty's own seam for commands of different arguments side by side.
type AnyCommand = CommandDef<any>;

type Found = { command: AnyCommand; above: AnyCommand | undefined; rest: readonly string[] };

const partsOf = (command: AnyCommand) =>
  command.subCommands as { readonly [name: string]: AnyCommand } | undefined;

/** Follows the words to a command; a group without a further word is its `default`, where it has one. */
const find = (command: AnyCommand, words: readonly string[], above?: AnyCommand): Found => {
  const parts = partsOf(command);
  const [word, ...rest] = words;
  const named = parts && word !== undefined && Object.hasOwn(parts, word) ? parts[word] : undefined;
  if (named) return find(named, rest, command);
  const usual = parts && typeof command.default === 'string' ? parts[command.default] : undefined;
  if (usual && (word === undefined || word.startsWith('-')))
    return { command: usual, above: command, rest: words };
  return { command, above, rest: words };
};

const isCliError = (error: unknown): error is Error => error instanceof Error && error.name === 'CLIError';

const run = async ({ command, rest }: Found): Promise<Outcome> => {
  if (partsOf(command))
    return wrongUsage(rest[0] === undefined ? 'A command is missing.' : `Unknown command ${rest[0]}.`);
  try {
    const { result } = await runCommand(command, { rawArgs: [...rest] });
    return result as Outcome;
  } catch (error) {
    return isCliError(error) ? wrongUsage(error.message) : outcomeOf(error);
  }
};

/** Takes the words of a command line, prints what came of them and returns the exit code. `--json` and `--help` may stand anywhere. */
export const runCommandLine = async (root: AnyCommand, argv: readonly string[]): Promise<number> => {
  const json = argv.includes('--json');
  const help = argv.some((word) => word === '--help' || word === '-h');
  const words = argv.filter((word) => !['--json', '--help', '-h'].includes(word));
  const found = find(root, words);
  const usage = async () => `${await renderUsage(found.command, found.above)}\n`;
  if (help && (!partsOf(found.command) || found.rest.length === 0)) {
    process.stdout.write(await usage());
    return exitCodes.done;
  }
  const outcome = await run(json ? { ...found, rest: [...found.rest, '--json'] } : found);
  if (outcome.kind === 'done')
    process.stdout.write(`${json ? JSON.stringify(outcome.data) : outcome.words}\n`);
  else process.stderr.write(`${outcome.reason}\n`);
  if (outcome.kind === 'wrong usage') process.stderr.write(`\n${await usage()}`);
  return exitCodes[outcome.kind];
};
