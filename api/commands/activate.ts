import { randomBytes } from 'node:crypto';
import { plainId } from '../../bot/domain/nip.ts';
import { createHallClock } from '../../db/clock.ts';
import { loadCity } from '../../db/reads/city.ts';
import { makeCode } from '../../db/stores/activation.ts';
import { operatorCommand } from './operator-command.ts';
import { done, refused } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const spoken = (at: Date, timeZone: string): string =>
  at.toLocaleString('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' });

/** Prints the one-time code that binds an employee's chat. It is handed over on paper or by official mail, never by chat. */
export const activateCommand = operatorCommand(
  {
    name: 'activate',
    description: "A one-time code that links an employee's chat (72 hours)",
    asks: 'issue-person-code',
  },
  { nip: { type: 'positional', required: true, description: 'NIP, NI PPPK or local id of the employee' } },
  async ({ nip }) => {
    const env = settings();
    return withDatabase(env, async ({ database, seal }) => {
      const clock = createHallClock(database);
      await clock.refresh();
      const made = await makeCode(database.sql, seal, {
        nip: plainId(nip),
        now: clock.now(),
        random: (bytes) => randomBytes(bytes),
      });
      if (made === 'unknown') return refused('No employee has this number. Import the employees first.');
      if (made === 'left') return refused('This employee no longer works here; there is no code for them.');
      const { agency } = await loadCity(database, { publicUrl: env.PUBLIC_URL, zone: env.AGENCY_TIMEZONE });
      const { code, name, expiresAt } = made;
      const until = spoken(expiresAt, agency.zone);
      return done(
        [
          `One-time code for ${name}: ${code}`,
          `It works once, until ${until} (${agency.zone}), and replaces any earlier code.`,
          'Hand it over on paper or by official mail, never by chat. The employee writes to the bot:',
          `/masuk ${code}`,
        ].join('\n'),
        { name, code, expiresAt: expiresAt.toISOString() },
      );
    });
  },
);
