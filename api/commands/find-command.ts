import type { CommandDef, SubCommandsDef } from 'citty';

// biome-ignore lint/suspicious/noExplicitAny: citty's own seam for commands of different arguments side by side.
export type AnyCommand = CommandDef<any>;

/** A command and the words typed after it; `path` are the words that led there. */
export type Found = { command: AnyCommand; path: readonly string[]; rest: readonly string[] };

/** The commands under a group; ours are written out, never loaded late. */
export const partsOf = ({ subCommands }: AnyCommand) =>
  subCommands as (SubCommandsDef & { [name: string]: AnyCommand }) | undefined;

/** Follows the words to a command. A group without a further word stays the group. */
export const findCommand = (
  command: AnyCommand,
  words: readonly string[],
  path: readonly string[] = [],
): Found => {
  const parts = partsOf(command);
  const [word, ...rest] = words;
  const named = parts && word !== undefined && Object.hasOwn(parts, word) ? parts[word] : undefined;
  return named && word !== undefined
    ? findCommand(named, rest, [...path, word])
    : { command, path, rest: words };
};

/** What a group does when only options follow: its `default`, where it has one. */
export const usualOf = (found: Found): Found => {
  const { command, path, rest } = found;
  const usual = typeof command.default === 'string' ? command.default : undefined;
  const part = usual === undefined ? undefined : partsOf(command)?.[usual];
  const bare = rest[0] === undefined || rest[0].startsWith('-');
  return part && usual !== undefined && bare ? { command: part, path: [...path, usual], rest } : found;
};
