import type { Env } from '../env.ts';
import { loadEnvFile, readEnv } from '../env.ts';
import { type Opened, open } from '../open.ts';

/** The settings as the service would read them. Throws `SettingsRefused`. */
export const settings = (): Env => {
  loadEnvFile();
  return readEnv(process.env);
};

/**
 * Opens the same database as the service, does the work and lets it go again, also when told to end meanwhile: an
 * embedded server that nobody else uses must not be left running. `stopped` ends work that would last.
 */
export const withDatabase = async <T>(
  env: Env,
  work: (opened: Opened, stopped: AbortSignal) => Promise<T>,
): Promise<T> => {
  const opening = open(env);
  const ending = new AbortController();
  const end = (signal: NodeJS.Signals) => {
    if (ending.signal.aborted) return;
    ending.abort();
    const code = signal === 'SIGINT' ? 130 : 143;
    opening
      .then((opened) => opened.close())
      .catch(() => {})
      .finally(() => process.exit(code));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  try {
    const opened = await opening;
    return await work(opened, ending.signal).finally(() =>
      ending.signal.aborted ? undefined : opened.close(),
    );
  } finally {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  }
};
