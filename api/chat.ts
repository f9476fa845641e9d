import { createTerminal } from '../bot/channels/terminal/index.ts';
import { converse } from './chat/converse.ts';
import { chatUsage, readChatOptions } from './chat/options.ts';
import { NobodyLeft } from './chat/take-hat.ts';
import { openTerminalDesk } from './chat/terminal-desk.ts';
import { cityLoaded } from './city-loaded.ts';
import { operatorLog } from './commands/operator-log.ts';
import { exitCodes, type Outcome, outcomeOf, refused } from './commands/outcome.ts';
import { withProgress } from './commands/progress.ts';
import { settings, withDatabase } from './commands/with-database.ts';
import { openMedia, storageOf } from './media/index.ts';
import { seedPicturesAtStart } from './modules/seed-pictures.ts';

/** Outside a demo an officer's chat is linked as everybody's is. */
const noDemo =
  'Only a demo has invented employees to chat as: here an employee links their own chat with a code (pendopo activate).';

const refuse = (outcome: Outcome): number => {
  if ('reason' in outcome) process.stderr.write(`${outcome.reason}\n`);
  return exitCodes[outcome.kind];
};

/** The bot in a terminal: `npm run chat`. Ends with the input, exit code 0. */
const chat = async (argv: readonly string[]): Promise<number> => {
  const options = readChatOptions(argv);
  if ('help' in options) {
    process.stdout.write(`${chatUsage}\n`);
    return exitCodes.done;
  }
  if ('wrong' in options) {
    process.stderr.write(`${options.wrong}\n`);
    return exitCodes['wrong usage'];
  }
  try {
    const env = settings();
    if (options.as !== 'citizen' && !env.DEMO) return refuse(refused(noDemo));
    await withDatabase(env, async ({ database, seal }, stopped) => {
      const parts = {
        database,
        seal,
        log: operatorLog,
        publicUrl: env.PUBLIC_URL,
        zone: env.AGENCY_TIMEZONE,
        cache: false,
      };
      const hall = await withProgress('Loading the demo city', { quiet: false }, () =>
        cityLoaded(parts, { demo: env.DEMO }),
      );
      await seedPicturesAtStart(hall, storageOf(env));
      const screen = process.stdout.isTTY === true && process.stdin.isTTY === true;
      const channel = createTerminal(process.stdout, { screen: process.stdout.isTTY === true });
      const name = options.as === 'citizen' ? options.name : `${options.name} (${options.as})`;
      const desk = await openTerminalDesk(hall, channel, { ...options, name, media: openMedia(env, hall) });
      let count = 0;
      const next = () => ({ id: `${Date.now()}-${process.pid}-${++count}`, at: new Date() });
      const lines = { input: process.stdin, output: process.stdout, screen, stopped };
      await converse(desk, lines, next, { name, folder: process.cwd() });
    });
    return exitCodes.done;
  } catch (error) {
    return refuse(error instanceof NobodyLeft ? refused(`Refused: ${error.message}.`) : outcomeOf(error));
  }
};

process.exitCode = await chat(process.argv.slice(2));
