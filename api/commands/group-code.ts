import { randomBytes } from 'node:crypto';
import { createHallClock } from '../../db/clock.ts';
import { loadCity } from '../../db/reads/city.ts';
import { makeGroupCode } from '../../db/stores/group.ts';
import { operatorCommand } from './operator-command.ts';
import { done, refused } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const spoken = (at: Date, timeZone: string): string =>
  at.toLocaleString('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' });

/** Prints the one-time code by which a supervisor links the chat group of an office. */
export const groupCodeCommand = operatorCommand(
  {
    name: 'group-code',
    description: "A one-time code that links an office's chat group (72 hours)",
    asks: 'issue-group-code',
  },
  { unit: { type: 'positional', required: true, description: 'Code of the office, as in the units file' } },
  async ({ unit }) => {
    const env = settings();
    return withDatabase(env, async ({ database, seal }) => {
      const clock = createHallClock(database);
      await clock.refresh();
      const made = await makeGroupCode(database.sql, seal, {
        unit,
        now: clock.now(),
        random: (bytes) => randomBytes(bytes),
      });
      if (made === 'unknown') return refused('No office has this code. Import the units first.');
      const { agency } = await loadCity(database, { publicUrl: env.PUBLIC_URL, zone: env.AGENCY_TIMEZONE });
      const { code, name, expiresAt } = made;
      const until = spoken(expiresAt, agency.zone);
      return done(
        [
          `One-time code for the group of ${name}: ${code}`,
          `It works once, until ${until} (${agency.zone}), and replaces any earlier code.`,
          "Add the bot to the group. There the office's supervisor or an admin, from a linked chat, writes:",
          `/hubungkan ${code}`,
        ].join('\n'),
        { unit, name, code, expiresAt: expiresAt.toISOString() },
      );
    });
  },
);
