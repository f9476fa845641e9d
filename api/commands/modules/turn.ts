import { createHallClock } from '../../../db/clock.ts';
import { type Turned, turnModule } from '../../../db/stores/modules/withdraw.ts';
import { operatorCommand } from '../operator-command.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { settings, withDatabase } from '../with-database.ts';

const outcomeOf = (turned: Turned, code: string, taught: boolean): Outcome => {
  switch (turned) {
    case 'unknown':
      return refused(`There is no module ${code}: "modules list" names them.`);
    case 'was-so':
      return done(`${code} was ${taught ? 'taught' : 'withdrawn'} before; nothing is changed.`, {
        code,
        taught,
        changed: false,
      });
    case 'turned':
      return done(
        taught
          ? `${code} is taught again, from where everybody stopped.`
          : `${code} is taught no more. Certificates stay, and so does what people learnt.`,
        { code, taught, changed: true },
      );
    default:
      return turned satisfies never;
  }
};

const turnCommand = (name: string, description: string, taught: boolean) =>
  operatorCommand(
    { name, description, asks: 'write-modules' },
    { code: { type: 'positional', required: true, description: 'Its code, as "modules list" names it' } },
    ({ code }) =>
      withDatabase(settings(), async ({ database, seal }) => {
        const clock = createHallClock(database);
        await clock.refresh();
        const turned = await database.sql.begin((tx) => turnModule(tx, seal, { code, taught }, clock.now()));
        return outcomeOf(turned, code, taught);
      }),
  );

/** Teaches a module no more; its certificates stay valid. */
export const withdrawCommand = turnCommand('withdraw', 'Teach a module no more; certificates stay', false);

/** Teaches it again. */
export const restoreCommand = turnCommand('restore', 'Teach a withdrawn module again', true);
