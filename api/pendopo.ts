/** The operator's command line: `npm run pendopo -- COMMAND`. */
import { pendopo } from './commands/index.ts';
import { runCommandLine } from './commands/run-command-line.ts';

process.exitCode = await runCommandLine(pendopo, process.argv.slice(2));
