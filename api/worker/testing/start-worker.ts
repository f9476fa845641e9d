import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestHarness } from 'wrangler';
import type { Line } from '../../log.ts';
import type { Bindings } from '../settings.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** The deployed configuration, but with the languages of another folder. */
const configWith = async (locales: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-wrangler-'));
  const deployed = await readFile(join(project, 'wrangler.toml'), 'utf8');
  const changed = deployed
    .replace(/^main = .*$/m, `main = ${JSON.stringify(join(project, 'api/worker.ts'))}`)
    .replace(/^directory = .*$/m, `directory = ${JSON.stringify(locales)}`);
  await writeFile(join(folder, 'wrangler.toml'), changed);
  return folder;
};

/** Wrangler tells nobody of our tests and asks nobody where they run. */
const quiet = {
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_HIDE_BANNER: 'true',
};

/** The Worker as it would be deployed, in real workerd, with settings and secrets of a test. */
export const startWorker = async (
  databaseUrl: string,
  settings: { [name: string]: string },
  { locales }: { locales?: string } = {},
) => {
  Object.assign(process.env, quiet, {
    CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: databaseUrl,
  });
  const folder = locales && (await configWith(locales));
  const configPath = join(folder ?? project, 'wrangler.toml');
  const harness = createTestHarness({ workers: [{ configPath, secrets: settings }] });
  const { url } = await harness.listen();
  return {
    url: url.href.replace(/\/$/, ''),
    /** What the Worker itself holds, such as the way to its languages. */
    bindings: () => harness.getWorker<Bindings>().getEnv(),
    /** What Cloudflare's clock does each minute. */
    tick: (at: Date) => harness.getWorker().scheduled({ cron: '* * * * *', scheduledTime: at }),
    /** Our own lines in the Worker's log. */
    lines: (): Line[] =>
      harness
        .getLogs()
        .filter(({ message }) => message.startsWith('{"level":'))
        .map(({ message }) => JSON.parse(message)),
    /** All that is in the log, the platform's own lines too. */
    log: () =>
      harness
        .getLogs()
        .map(({ message }) => message)
        .join('\n'),
    close: async () => {
      await harness.close();
      if (folder) await rm(folder, { recursive: true });
    },
  };
};
