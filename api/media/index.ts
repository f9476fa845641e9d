import { join } from 'node:path';
import { createMediaStore } from '../../db/media.ts';
import type { Env } from '../env.ts';
import type { OpenHall } from '../hall.ts';
import { cleanPhoto } from './clean.ts';
import { createMediaJob } from './job.ts';
import { createDiskStorage } from './storage/disk.ts';
import { createS3Storage } from './storage/s3.ts';
import type { Storage } from './storage/storage.ts';

type MediaSettings = Pick<
  Env,
  'DATA_DIR' | 'MEDIA_URL' | 'MEDIA_ACCESS_KEY' | 'MEDIA_SECRET_KEY' | 'MEDIA_REGION'
>;

/** Where this service keeps photos: the operator's S3-compatible store, or a folder under DATA_DIR. */
export const storageOf = (env: MediaSettings): Storage =>
  env.MEDIA_URL
    ? createS3Storage({
        url: env.MEDIA_URL,
        accessKey: env.MEDIA_ACCESS_KEY ?? '',
        secretKey: env.MEDIA_SECRET_KEY ?? '',
        region: env.MEDIA_REGION,
      })
    : createDiskStorage(join(env.DATA_DIR, 'media'));

/** The photos' job of a Node process. A refusal's letter goes out at once; the outbox sweep repeats what fails. */
export const openMedia = (env: MediaSettings, hall: OpenHall): (() => Promise<number>) =>
  createMediaJob({
    media: createMediaStore(hall.database, hall.seal),
    channels: () => hall.channels,
    storage: storageOf(env),
    clean: cleanPhoto,
    alarm: ({ id, code }) => hall.log.error({ event: 'photo-failed', id, code }),
    refused: (contact) => hall.deliver({ contact }),
  });
