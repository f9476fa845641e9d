import * as z from 'zod/mini';
import type { Doors } from '../bot/ports.ts';

const isPort = (port: number) => Number.isInteger(port) && port >= 0 && port <= 65535;
const isKey = (key: string) => Buffer.from(key, 'base64').length === 32;
const isZone = (zone: string) => Intl.supportedValuesOf('timeZone').includes(zone);

const shaped = (shape: RegExp, told: string) => z.optional(z.string().check(z.regex(shape, told)));
const long = z.optional(z.string().check(z.minLength(8, 'must have 8 characters or more')));
const secret = shaped(
  /^[\w-]{16,256}(,[\w-]{16,256})?$/,
  'must be 16 to 256 of A-Z a-z 0-9 _ - (two, with a comma, while changing it)',
);
const choice = <const T extends readonly string[]>(names: T) =>
  z.enum(names, `must be one of ${names.join(', ')}`);
const flag = z.pipe(
  choice(['0', '1']),
  z.transform((value) => value === '1'),
);
const url = z.url({ protocol: /^https?$/, error: 'must be an address with http:// or https://' });
const words = z.string();

const settings = z.object({
  NODE_ENV: z._default(words, 'development'),
  DATABASE_URL: shaped(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
  DATA_DIR: z._default(words, '.data'),
  PORT: z._default(
    z.coerce.number('must be a number').check(z.refine(isPort, 'must be a whole number up to 65535')),
    3000,
  ),
  HOST: z.optional(words),
  PUBLIC_URL: z.optional(url),
  APP_KEY: z.optional(words.check(z.refine(isKey, 'must be 32 bytes in base64 (openssl rand -base64 32)'))),
  AGENCY_TIMEZONE: z._default(words.check(z.refine(isZone, 'is not a time zone')), 'Asia/Jakarta'),
  DEMO: z.optional(flag),
  ALLOW_EMBEDDED: z._default(flag, false),
  TELEGRAM_BOT_TOKEN: shaped(/^\d+:[\w-]{20,}$/, 'is not a bot token (123456:ABC...)'),
  TELEGRAM_WEBHOOK_SECRET: secret,
  TELEGRAM_API_ROOT: z._default(url, 'https://api.telegram.org'),
  TELEGRAM_BOT_NAME: shaped(/^[A-Za-z]\w{4,31}$/, 'is not the name of a bot (without @)'),
  WHATSAPP_TOKEN: long,
  WHATSAPP_PHONE_NUMBER_ID: shaped(/^\d{5,32}$/, 'must be the number’s id, digits only'),
  WHATSAPP_APP_SECRET: secret,
  WHATSAPP_VERIFY_TOKEN: long,
  WHATSAPP_API_ROOT: z._default(url, 'https://graph.facebook.com'),
  WHATSAPP_NUMBER: shaped(/^62\d{7,13}$/, 'must be the number people write to, as 62812…'),
  WHATSAPP_LINKED_DEVICE: z._default(flag, false),
  WHATSAPP_LINKED_DEVICE_URL: z.optional(
    z.url({ protocol: /^wss?$/, error: 'must be an address with ws:// or wss://' }),
  ),
  LOG_LEVEL: z._default(choice(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'info'),
  MEDIA_URL: z.optional(url),
  MEDIA_ACCESS_KEY: z.optional(words),
  MEDIA_SECRET_KEY: z.optional(words),
  MEDIA_REGION: z._default(words, 'auto'),
});

type Settings = z.infer<typeof settings>;

/** The settings of the service, checked and complete. */
export type Env = Omit<Settings, 'DEMO' | 'HOST' | 'PUBLIC_URL'> & {
  DEMO: boolean;
  HOST: string;
  PUBLIC_URL: string;
  production: boolean;
};

/** Every fault of the settings at once, each with its name and never with its value. */
export class SettingsRefused extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `The settings are not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nSee .env.example.`,
    );
    this.faults = faults;
  }
}

const productionFaults = (raw: Settings, demo: boolean): string[] => [
  ...(demo ? ['DEMO must be 0 in production.'] : []),
  ...(!raw.DATABASE_URL && !raw.ALLOW_EMBEDDED
    ? ['DATABASE_URL is missing. Set it, or ALLOW_EMBEDDED=1 to run on the embedded database.']
    : []),
  ...(raw.APP_KEY ? [] : ['APP_KEY is missing: 32 bytes in base64 (openssl rand -base64 32).']),
  ...(raw.TELEGRAM_BOT_TOKEN && !raw.TELEGRAM_WEBHOOK_SECRET
    ? ['TELEGRAM_WEBHOOK_SECRET is missing: a bot in production takes its messages by webhook.']
    : []),
];

const cloudNames = [
  'WHATSAPP_TOKEN',
  'WHATSAPP_PHONE_NUMBER_ID',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
] as const;

/** The official API needs all four, or it is not meant. */
const cloudFaults = (raw: Settings): string[] => {
  const missing = cloudNames.filter((name) => !raw[name]);
  return missing.length === 0 || missing.length === cloudNames.length
    ? []
    : missing.map((name) => `${name} is missing though other settings of WhatsApp are there.`);
};

/** Reads the environment (or a Worker's bindings). Throws `SettingsRefused` with all faults together. */
export const readEnv = (source: { [name: string]: string | undefined }): Env => {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = settings.safeParse(given);
  const faults = read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`);
  if (!read.success) throw new SettingsRefused(faults);
  const raw = read.data;
  const production = raw.NODE_ENV === 'production';
  const demo = raw.DEMO ?? !raw.DATABASE_URL;
  const refused = [
    ...(production ? productionFaults(raw, raw.DEMO ?? (!raw.DATABASE_URL && !raw.ALLOW_EMBEDDED)) : []),
    ...(raw.TELEGRAM_WEBHOOK_SECRET && !raw.TELEGRAM_BOT_TOKEN
      ? ['TELEGRAM_BOT_TOKEN is missing though there is a webhook secret.']
      : []),
    ...cloudFaults(raw),
    ...(raw.MEDIA_URL && !(raw.MEDIA_ACCESS_KEY && raw.MEDIA_SECRET_KEY)
      ? ['MEDIA_ACCESS_KEY and MEDIA_SECRET_KEY are missing though MEDIA_URL is set.']
      : []),
  ];
  if (refused.length > 0) throw new SettingsRefused(refused);
  return {
    ...raw,
    DEMO: production ? false : demo,
    HOST: raw.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    PUBLIC_URL: (raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`).replace(/\/+$/, ''),
    production,
  };
};

/** Where people find us, for links on public pages. */
export const doorsOf = ({ TELEGRAM_BOT_NAME: telegram, WHATSAPP_NUMBER: whatsapp }: Env): Doors => ({
  ...(telegram && { telegram }),
  ...(whatsapp && { whatsapp }),
});

/** Reads `.env` beside the project, where there is one; what the environment already says wins. */
export const loadEnvFile = (): void => {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new SettingsRefused(['.env cannot be read.']);
  }
};
