import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupRefused, linesOf } from '../../db/backup/backup-file.ts';
import { restoreBackup } from '../../db/backup/restore-backup.ts';
import { auditChain } from '../../db/reads/audit-chain.ts';
import { isThere } from './is-there.ts';
import { operatorCommand } from './operator-command.ts';
import { done, refused } from './outcome.ts';
import { withProgress } from './progress.ts';
import { settings, withDatabase } from './with-database.ts';

const reasons: { readonly [why in BackupRefused['why']]: string } = {
  'not-a-backup': 'This file is no backup.',
  damaged: 'The backup is damaged.',
  'cut-off': 'The backup ends too early: it was cut off.',
  'other-key':
    'The backup was made with another APP_KEY: set the one it was made with (in a demo, the file app.key of its DATA_DIR).',
  'other-schema':
    'The backup was made by another version of Pendopo: restore it with that version, then start this one on it.',
  'not-empty': 'This database holds something already: restore into a new one.',
  'in-use': 'Somebody else is connected to this database: stop the service first.',
};

/** What came of a file that cannot be unpacked is told by zlib's codes. */
const isDamaged = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');

const refusalOf = (error: unknown): string | undefined => {
  if (error instanceof BackupRefused) return reasons[error.why];
  return isDamaged(error) ? reasons.damaged : undefined;
};

/** A stream that fails before anybody reads from it would end the process: this one is opened by its reader. */
async function* unpacked(file: string): AsyncGenerator<Buffer> {
  yield* pipeline(createReadStream(file), createGunzip(), () => {});
}

/** Fills a new database with a backup: all of it or nothing, and looks whether the audit log is whole. */
export const restoreCommand = operatorCommand(
  {
    name: 'restore',
    description: 'Fill a new, empty database with what a backup holds: all of it or nothing',
  },
  { file: { type: 'positional', required: true, description: 'What "backup" wrote' } },
  async ({ file, json }) => {
    if (!(await isThere(file))) return refused(`${file} is not there or cannot be read.`);
    return withProgress('Restoring', { quiet: json === true }, ({ tell }) =>
      withDatabase(settings(), async ({ database, seal }) => {
        const lines = linesOf(unpacked(file));
        try {
          const rows = await restoreBackup(database.sql, seal, lines, (at, of) =>
            tell(`table ${at + 1} of ${of}`),
          );
          const chain = await auditChain(database.sql);
          const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
          const words = [
            `${total} rows of ${Object.keys(rows).length} tables are back.`,
            chain.broken
              ? 'The audit log was broken when the backup was made: see "audit".'
              : `The audit log is whole: ${chain.lines} lines.`,
            'Bring the photos back to their store, and run "forget-again --from FILE" before the service starts.',
          ];
          return done(words.join('\n'), { rows: total, audit: !chain.broken });
        } catch (error) {
          const reason = refusalOf(error);
          if (reason === undefined) throw error;
          return refused(`${reason} Nothing was changed.`);
        } finally {
          await lines.return(undefined);
        }
      }),
    );
  },
);
