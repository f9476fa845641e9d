import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Told, writeBackup } from '../../db/backup/write-backup.ts';
import type { Opened } from '../open.ts';
import { isThere } from './is-there.ts';
import { operatorCommand } from './operator-command.ts';
import { done, refused } from './outcome.ts';
import { withProgress } from './progress.ts';
import { settings, withDatabase } from './with-database.ts';

/** What the disk has taken for good. */
const settle = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
};

/** Writes beside `file` and gives it its name only when all of it lies on the disk: what bears the name is whole. */
const writeFile = async ({ database, seal }: Opened, file: string, told: Told): Promise<void> => {
  const part = `${file}.part`;
  try {
    const into = (pieces: AsyncIterable<Buffer>) =>
      pipeline(Readable.from(pieces), createGzip(), createWriteStream(part, { flags: 'wx', mode: 0o600 }));
    await writeBackup(database.sql, seal, into, told);
    await settle(part);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
};

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/**
 * The whole database in one file, while the service goes on. Photos and voice notes are not in it: they lie in the store, whose
 * files never change once they are there.
 */
export const backupCommand = operatorCommand(
  { name: 'backup', description: 'Write the whole database into a file, while the service goes on' },
  { file: { type: 'positional', required: true, description: 'Where to; it must not be there yet' } },
  async ({ file, json }) => {
    for (const taken of [file, `${file}.part`])
      if (await isThere(taken)) return refused(`${taken} is there already: nothing was written.`);
    await withProgress('Writing the backup', { quiet: json === true }, ({ tell }) =>
      withDatabase(settings(), (opened) =>
        writeFile(opened, file, (at, of) => tell(`table ${at + 1} of ${of}`)),
      ),
    );
    const { size } = await stat(file);
    const words = [
      `The backup is in ${file} (${megabytes(size)}).`,
      'It opens only with the APP_KEY of this service: keep that elsewhere. Photos are not in it: copy their store as well.',
    ];
    return done(words.join('\n'), { file, bytes: size });
  },
);
