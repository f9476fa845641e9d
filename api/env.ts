import * as z from 'zod';
import type { Doors } from '../bot/ports.ts';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const url = z.url({ protocol: /^https?$/ });

const settings = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: url.optional(),
  APP_KEY: z
    .string()
    .refine(
      (key) => Buffer.from(key, 'base64').length === 32,
      'must be 32 bytes in base64 (openssl rand -base64 32)',
    )
    .optional(),
  AGENCY_TIMEZONE: z
    .string()
    .default('Asia/Jakarta')
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'is not a time zone'),
  DEMO: flag.optional(),
  ALLOW_EMBEDDED: flag.default(false),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'is not a bot token (123456:ABC...)')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^[\w-]{16,256}(,[\w-]{16,256})?$/,
      'must be 16 to 256 of A-Z a-z 0-9 _ - (two, with a comma, while changing it)',
    )
    .optional(),
  TELEGRAM_API_ROOT: url.default('https://api.telegram.org'),
  TELEGRAM_BOT_NAME: z
    .string()
    .regex(/^[A-Za-z]\w{4,31}$/, 'is not the name of a bot (without @)')
    .optional(),
  WHATSAPP_TOKEN: z.string().min(8).optional(),
  WHATSAPP_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{5,32}$/, 'must be the number’s id, digits only')
    .optional(),
  WHATSAPP_APP_SECRET: z
    .string()
    .regex(
      /^[\w-]{16,256}(,[\w-]{16,256})?$/,
      'must be 16 to 256 of A-Z a-z 0-9 _ - (two, with a comma, while changing it)',
    )
    .optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().min(8).optional(),
  WHATSAPP_API_ROOT: url.default('https://graph.facebook.com'),
  WHATSAPP_NUMBER: z
    .string()
    .regex(/^62\d{7,13}$/, 'must be the number people write to, as 62812…')
    .optional(),
  WHATSAPP_LINKED_DEVICE: flag.default(false),
  WHATSAPP_LINKED_DEVICE_URL: z.url({ protocol: /^wss?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  MEDIA_URL: url.optional(),
  MEDIA_ACCESS_KEY: z.string().optional(),
  MEDIA_SECRET_KEY: z.string().optional(),
  MEDIA_REGION: z.string().default('auto'),
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
