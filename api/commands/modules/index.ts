import { defineCommand } from 'citty';
import { addCommand } from './add.ts';
import { checkCommand } from './check.ts';
import { listCommand } from './list.ts';
import { restoreCommand, withdrawCommand } from './turn.ts';

/** The learning modules of the personnel office. */
export const modulesCommand = defineCommand({
  meta: { name: 'modules', description: 'The learning modules that the personnel office writes' },
  subCommands: {
    check: checkCommand,
    add: addCommand,
    list: listCommand,
    withdraw: withdrawCommand,
    restore: restoreCommand,
  },
});
