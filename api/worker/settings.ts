import { type Env, readEnv, SettingsRefused } from '../env.ts';
import type { Locales } from './locales.ts';

/** What Cloudflare hands to a Worker: settings and secrets as texts, the way to the database, and what the bot says. */
export type Bindings = { HYPERDRIVE?: { connectionString: string }; LOCALES?: Locales } & {
  [name: string]: unknown;
};

/** The settings of the service, with what a Worker cannot do without. */
export type WorkerSettings = Env & {
  DATABASE_URL: string;
  APP_KEY: string;
  MEDIA_URL: string;
  LOCALES: Locales;
};

const missing = (texts: { [name: string]: string }, locales: Locales | undefined): string[] => [
  ...(locales ? [] : ['LOCALES is missing: bind the folder locales/ in wrangler.toml.']),
  ...(texts.DATABASE_URL ? [] : ['HYPERDRIVE is missing: bind the database in wrangler.toml.']),
  ...(texts.PUBLIC_URL ? [] : ['PUBLIC_URL is missing: where this Worker is reached.']),
  ...(texts.MEDIA_URL ? [] : ['MEDIA_URL is missing: a Worker has no disk for photos.']),
];

const isComplete = (env: Env & { LOCALES: Locales | undefined }): env is WorkerSettings =>
  Boolean(env.DATABASE_URL && env.APP_KEY && env.MEDIA_URL && env.LOCALES);

const refusals = (read: () => unknown): readonly string[] => {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof SettingsRefused) return error.faults;
    throw error;
  }
};

/**
 * Reads a Worker's bindings, always by production's rules: nobody develops against the public address of a Worker.
 * Throws `SettingsRefused` with all faults together.
 */
export const readSettings = (bindings: Bindings): WorkerSettings => {
  const texts: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(bindings)) if (typeof value === 'string') texts[name] = value;
  const source = {
    DEMO: '0',
    ...texts,
    NODE_ENV: 'production',
    DATABASE_URL: bindings.HYPERDRIVE?.connectionString ?? '',
  };
  const faults = [
    ...missing(source, bindings.LOCALES),
    ...refusals(() => readEnv(source)).filter((fault) => !fault.startsWith('DATABASE_URL is missing')),
  ];
  if (faults.length > 0) throw new SettingsRefused(faults);
  const env = { ...readEnv(source), LOCALES: bindings.LOCALES };
  if (!isComplete(env)) throw new SettingsRefused(missing(source, bindings.LOCALES));
  return env;
};
