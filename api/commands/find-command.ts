import type { CommandDef } from 'citty';

// biome-ignore lint/suspicious/noExplicitAny: citty's own seam for commands of different arguments side by side.
export type AnyCommand = CommandDef<any>;

/** A command and the words typed after it; `path` are the words that led there. */
export type Found = { command: AnyCommand; path: readonly string[]; rest: readonly string[] };

/** A command under a group: written out, or loaded when it is named. */
type Part = AnyCommand | (() => Promise<AnyCommand>);

/** The commands under a group. */
export const partsOf = ({ subCommands }: AnyCommand) => subCommands as { [name: string]: Part } | undefined;

const partNamed = async (command: AnyCommand, name: string | undefined): Promise<AnyCommand | undefined> => {
  const parts = partsOf(command);
  const part = parts && name !== undefined && Object.hasOwn(parts, name) ? parts[name] : undefined;
  return typeof part === 'function' ? part() : part;
};

/** Follows the words to a command. A group without a further word stays the group. */
export const findCommand = async (
  command: AnyCommand,
  words: readonly string[],
  path: readonly string[] = [],
): Promise<Found> => {
  const [word, ...rest] = words;
  const named = await partNamed(command, word);
  return named && word !== undefined
    ? findCommand(named, rest, [...path, word])
    : { command, path, rest: words };
};

/** What a group does when only options follow: its `default`, where it has one. */
export const usualOf = async (found: Found): Promise<Found> => {
  const { command, path, rest } = found;
  const usual = typeof command.default === 'string' ? command.default : undefined;
  const part = await partNamed(command, usual);
  const bare = rest[0] === undefined || rest[0].startsWith('-');
  return part && usual !== undefined && bare ? { command: part, path: [...path, usual], rest } : found;
};
