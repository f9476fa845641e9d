import { learnSentences } from '../../bot/i18n/sentences-elsewhere.ts';
import { createMediaStore } from '../../db/media.ts';
import { openPools, type Pools } from '../../db/pools.ts';
import { createSeal } from '../../db/sealed.ts';
import { doorsOf } from '../env.ts';
import { type OpenHall, openHall } from '../hall.ts';
import { faultOf, type Log } from '../log.ts';
import { createMediaJob } from '../media/job.ts';
import { createS3Storage } from '../media/storage/s3.ts';
import type { Storage } from '../media/storage/storage.ts';
import { addTelegramBot } from '../telegram-bot.ts';
import type { TelegramDesk } from '../telegram-desk.ts';
import { addWhatsAppNumber } from '../whatsapp-cloud-number.ts';
import { whatsappNumberOf } from '../whatsapp-connect.ts';
import type { WhatsAppDesk } from '../whatsapp-desk.ts';
import { deliverSoon } from './deliver-soon.ts';
import type { KnownCity } from './known-city.ts';
import { readLocale } from './locales.ts';
import type { WorkerSettings } from './settings.ts';

/**
 * What one event in a Worker works with: connections of its own (Cloudflare lets none be shared between events), opened
 * only when first needed, and the tasks that go on behind the answer. `leave` waits for those and lets go of everything.
 */
export type Visit = {
  database: Pools;
  log: Log;
  rooms: () => Promise<Rooms>;
  after: (task: Promise<unknown>) => void;
  leave: () => Promise<void>;
};

/** The hall with the bot in it, and the photos' job: originals are stored as they came, for a Node process to clean. */
export type Rooms = {
  hall: OpenHall;
  desk?: TelegramDesk;
  whatsapp?: WhatsAppDesk;
  photos: () => Promise<number>;
  storage: Storage;
};

/** Of the six connections that an event may hold open at once, the others stay free for Telegram and the photos' store. */
const connections = 2;

const openRooms = async (
  settings: WorkerSettings,
  { database, log }: Pick<Visit, 'database' | 'log'>,
  city: KnownCity,
): Promise<Rooms> => {
  await learnSentences((language) => readLocale(settings.LOCALES, language));
  const known = city.get();
  const seal = createSeal(Buffer.from(settings.APP_KEY, 'base64'));
  const storage = createS3Storage({
    url: settings.MEDIA_URL,
    accessKey: settings.MEDIA_ACCESS_KEY ?? '',
    secretKey: settings.MEDIA_SECRET_KEY ?? '',
    region: settings.MEDIA_REGION,
  });
  const hall = await openHall({
    database,
    seal,
    log,
    publicUrl: settings.PUBLIC_URL,
    zone: settings.AGENCY_TIMEZONE,
    doors: doorsOf(settings),
    cache: false,
    storage,
    ...(known && { known }),
  });
  if (!known) city.keep({ city: hall.city(), ahead: hall.clock.now().getTime() - Date.now() });
  const photos = createMediaJob({
    media: createMediaStore(database, seal),
    channels: () => hall.channels,
    storage,
    alarm: ({ id, code }) => log.error({ event: 'photo-failed', id, code }),
    refused: (contact) => hall.deliver({ contact }),
  });
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = settings;
  const soon = { ...hall, deliver: deliverSoon(hall) };
  const telegram = token ? addTelegramBot(soon, { token, apiRoot }, { media: photos }) : undefined;
  const number = whatsappNumberOf(settings);
  const whatsapp = number && addWhatsAppNumber(soon, number, { media: photos });
  return {
    hall,
    photos,
    storage,
    ...(telegram && { desk: telegram.desk }),
    ...(whatsapp && { whatsapp: whatsapp.desk }),
  };
};

export const openVisit = (settings: WorkerSettings, city: KnownCity, log: Log): Visit => {
  const database = openPools(settings.DATABASE_URL, { max: connections });
  const tasks = new Set<Promise<unknown>>();
  const after = (task: Promise<unknown>) => {
    const watched = task
      .catch((error: unknown) => log.warn({ event: 'task-failed', code: faultOf(error).code }))
      .finally(() => tasks.delete(watched));
    tasks.add(watched);
  };
  let opening: Promise<Rooms> | undefined;
  return {
    database,
    log,
    rooms: () => {
      opening ??= openRooms(settings, { database, log }, city);
      return opening;
    },
    after,
    leave: async () => {
      while (tasks.size > 0) await Promise.all(tasks);
      await database.close();
    },
  };
};
