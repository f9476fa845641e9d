import type { MenuCommand } from './channels/telegram/commands.ts';
import type { TextKey } from './i18n/keys.ts';
import type { Registry } from './registry.ts';

/** The commands that a citizen's menu shows, with their descriptions. */
export const menuCommands = ({ entries }: Registry): MenuCommand[] =>
  entries.flatMap(({ command, menu }) =>
    command && menu ? [{ command, description: `command.${command}` as TextKey }] : [],
  );
