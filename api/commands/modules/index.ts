import { defineCommand } from 'citty';
import { checkCommand } from './check.ts';

/** The learning modules of the personnel office. */
export const modulesCommand = defineCommand({
  meta: { name: 'modules', description: 'Check the learning modules that the personnel office writes' },
  subCommands: { check: checkCommand },
});
