import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type Database } from '../db/database.ts';
import { checkServer, startEmbedded } from '../db/embedded/index.ts';
import { migrate } from '../db/migrate.ts';
import { createSeal, type Seal } from '../db/sealed.ts';
import type { Env } from './env.ts';

/** The database and the seal, ready to be used, and how to let them go. `url` holds a password: never log it. */
export type Opened = { database: Database; seal: Seal; url: string; close: () => Promise<void> };

/** The key of this DATA_DIR, made at the first start of a demo; production brings its own. Of two first starts at one moment the second takes the first one's key. */
const appKey = async (env: Env): Promise<Buffer> => {
  if (env.APP_KEY) return Buffer.from(env.APP_KEY, 'base64');
  const file = join(env.DATA_DIR, 'app.key');
  await mkdir(env.DATA_DIR, { recursive: true, mode: 0o700 });
  const made = `${randomBytes(32).toString('base64')}\n`;
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
};

/**
 * Opens the operator's server, or the embedded one of DATA_DIR, brings the schema up to date and prepares the seal.
 * `own`: this is the service, of which there is one. Throws `DatabaseRefused` with one clear sentence.
 */
export const open = async (
  env: Env,
  { own = false, log }: { own?: boolean; log?: (line: string) => void } = {},
): Promise<Opened> => {
  if (env.DATABASE_URL) await checkServer(env.DATABASE_URL);
  const server = env.DATABASE_URL
    ? { url: env.DATABASE_URL, stop: async () => {} }
    : await startEmbedded({ dataDir: env.DATA_DIR, own, ...(log && { log }) });
  try {
    await migrate(server.url);
    const seal = createSeal(await appKey(env));
    const database = connect(server.url);
    return {
      database,
      seal,
      url: server.url,
      close: async () => {
        await database.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
};
