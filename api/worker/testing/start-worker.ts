import { fileURLToPath } from 'node:url';
import { createTestHarness } from 'wrangler';
import type { Line } from '../../log.ts';

const configPath = fileURLToPath(new URL('../../../wrangler.toml', import.meta.url));

/** Wrangler tells nobody of our tests and asks nobody where they run. */
const quiet = {
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_HIDE_BANNER: 'true',
};

/** The Worker as it would be deployed, in real workerd, with settings and secrets of a test. */
export const startWorker = async (databaseUrl: string, settings: { [name: string]: string }) => {
  Object.assign(process.env, quiet, {
    CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: databaseUrl,
  });
  const harness = createTestHarness({ workers: [{ configPath, secrets: settings }] });
  const { url } = await harness.listen();
  return {
    url: url.href.replace(/\/$/, ''),
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
    close: harness.close,
  };
};
