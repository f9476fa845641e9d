import { readFile, writeFile } from 'node:fs/promises';
import { forgetAgain } from '../../db/retention/forget-again.ts';
import { addTombstones, readTombstones, type Tombstone } from '../../db/stores/tombstone.ts';
import { operatorCommand } from './operator-command.ts';
import { done, refused } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const spoken = ({ key, at }: Tombstone): string => `${key} ${at.toISOString()}`;

/** A line a tombstone, as `--save` writes them; undefined where a line is none. */
const readLines = (text: string): Tombstone[] | undefined => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => {
    const [, key, at] = /^([0-9a-f]{32}) (\d{4}-\d\d-\d\dT[\d:.]+Z)$/.exec(line.trim()) ?? [];
    return key && at ? { key, at: new Date(at) } : undefined;
  });
  return read.every((one) => one !== undefined) ? read : undefined;
};

/**
 * After a backup was restored: forgets again whoever had asked to be forgotten. A backup knows only the requests of its own
 * day, so their list (keyed hashes and times, no person) is kept apart from the backups with `--save` and read with `--from`.
 */
export const forgetAgainCommand = operatorCommand(
  { name: 'forget-again', description: 'Forget again, after a restore, whoever had asked to be forgotten' },
  {
    from: { type: 'string', valueHint: 'FILE', description: 'A list that --save wrote after the backup' },
    save: {
      type: 'string',
      valueHint: 'FILE',
      description: 'Write the list, to be kept apart from the backups',
    },
  },
  async ({ from, save }) => {
    const text = from === undefined ? '' : await readFile(from, 'utf8').catch(() => undefined);
    if (text === undefined) return refused(`${from} is not there or cannot be read.`);
    const known = readLines(text);
    if (!known) return refused(`${from} is not a list that --save wrote.`);
    return withDatabase(settings(), async ({ database, seal }) => {
      await addTombstones(database.sql, known);
      const { people, reports } = await forgetAgain(database, seal);
      const tombstones = await readTombstones(database.sql);
      if (save !== undefined)
        await writeFile(save, tombstones.map((one) => `${spoken(one)}\n`).join(''), { mode: 0o600 });
      const words = [
        `${tombstones.length} requests known; ${people} accounts and ${reports} reports were forgotten again.`,
        'Their photos go with the next run of: job forget',
        ...(save === undefined ? [] : [`The list is in ${save}; keep it apart from the backups.`]),
      ];
      return done(words.join('\n'), { tombstones: tombstones.length, people, reports });
    });
  },
);
