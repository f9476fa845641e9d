import { S3mini, S3NetworkError, S3ServiceError } from 's3mini';
import { isPhotoKey } from '../../../bot/media.ts';
import type { Storage } from './storage.ts';

// The log tells a fault by its name, and the one that a minifier gives says nothing.
for (const [name, fault] of Object.entries({ S3NetworkError, S3ServiceError }))
  Object.defineProperty(fault, 'name', { value: name });

/** An S3-compatible store; `url` includes the bucket. Every object is private by the bucket's own policy. */
export type S3 = { url: string; accessKey: string; secretKey: string; region: string };

/** Milliseconds for one request: 20 MB on a slow line. */
const patience = 60_000;

const isMissing = (error: unknown): boolean => error instanceof S3ServiceError && error.status === 404;

/** Photos in an S3-compatible store. Runs on Node and on Workers. A key that is not ours is a bug and throws. */
export const createS3Storage = ({ url, accessKey, secretKey, region }: S3): Storage => {
  const bucket = new S3mini({
    endpoint: url,
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    region,
    requestAbortTimeout: patience,
  });
  const ours = (key: string): string => {
    if (!isPhotoKey(key)) throw new Error('not a key of a photo');
    return key;
  };
  return {
    put: async (key, bytes, type) => {
      const answer = await bucket.putObject(ours(key), bytes, type);
      await answer.body?.cancel();
    },
    get: async (key) => {
      const found = await bucket.getObjectArrayBuffer(ours(key));
      return found && new Uint8Array(found);
    },
    delete: async (key) => {
      await bucket.deleteObject(ours(key)).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    },
    list: async (state) => {
      const found = await bucket.listObjects('/', `${state}/`);
      if (!found) throw new Error('the bucket of the photos does not exist');
      return found.map(({ Key }) => Key).filter(isPhotoKey);
    },
  };
};
