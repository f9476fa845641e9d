import { switchOffice } from '../../db/stores/office.ts';
import { officesIn } from './offices.ts';
import { operatorCommand } from './operator-command.ts';
import { done, refused, wrongUsage } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

/** The job `refresh-city` reads the city anew. */
const noticed = 'A running service notices within a minute.';

/**
 * Switches an office on once its officers are linked, or off again; until then its reports wait at the coordinator's.
 * Whoever types here is the operator, who by the permission table may `switch-office-on` as the hat admin.
 */
export const officeCommand = operatorCommand(
  {
    name: 'office',
    description: 'Switch an office on or off: whether its reports go straight to it',
    asks: 'switch-office-on',
  },
  {
    turn: { type: 'positional', required: true, description: 'on or off' },
    code: { type: 'positional', required: true, description: 'The office, as "offices" lists it' },
  },
  async ({ turn, code }) => {
    if (turn !== 'on' && turn !== 'off') return wrongUsage(`An office is switched on or off, not ${turn}.`);
    return withDatabase(settings(), async (opened) => {
      const answers = turn === 'on';
      const switched = await switchOffice(opened.database.sql, code, answers);
      if (!switched) return refused(`There is no office ${code}: "npm run pendopo -- offices" lists them.`);
      const officers = (await officesIn(opened)).find((one) => one.code === code)?.officers ?? 0;
      const standing = switched.changed ? `is now ${turn}. ${noticed}` : `was ${turn} before.`;
      const warning =
        answers && officers === 0 ? '\nNone of its officers has a linked chat yet: see "activate".' : '';
      const data = { code, name: switched.name, answers, changed: switched.changed, officers };
      return done(`${switched.name} ${standing}${warning}`, data);
    });
  },
);
