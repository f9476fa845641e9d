import type { AnyChannel } from '../../bot/channels/channel.ts';
import {
  type Cleaned,
  mostTries,
  photoKey,
  photoLimits,
  type Refusal,
  storedTypes,
  unfitAtSight,
  waitAfterTry,
} from '../../bot/media.ts';
import type { MediaStore, TakenPhoto } from '../../db/media.ts';
import { coalesced } from '../coalesced.ts';
import { faultOf } from '../log.ts';
import type { Storage } from './storage/storage.ts';

/** What the photos' job needs from the house. Without `clean` (a Worker has no native code) originals wait, shown to nobody. */
export type MediaWork = {
  media: MediaStore;
  channels: () => readonly AnyChannel[];
  storage: Storage;
  clean?: (bytes: Uint8Array, read: { place: boolean }) => Promise<Cleaned>;
  /** Told when our own side failed (the store, the database), so that somebody looks; without any text of a person. */
  alarm: (fault: { id: string; code: string }) => void;
  /** Told of a contact that now has a letter waiting, so that it need not wait for the sweep. */
  refused?: (contact: number) => Promise<unknown>;
};

/** Photos under work at a time in one process: each may take 20 MB as it came and 160 MB decoded. */
const lanes = 2;

/** Seconds until the next try when the fault was ours. */
const ourFaultWait = 60;

type Got = { bytes: Uint8Array } | { refuse: Refusal } | 'again';

const fetched = async ({ channels }: MediaWork, photo: TakenPhoto): Promise<Got> => {
  if ((photo.size ?? 0) > photoLimits.bytes) return { refuse: 'size' };
  const channel = channels().find(({ name, account }) => name === photo.channel && account === photo.account);
  if (!channel) return 'again';
  const file = await channel.fetch(photo.file);
  if (file.ok) return { bytes: file.bytes };
  return file.again ? 'again' : { refuse: 'gone' };
};

/** The original, or what was already made of it by one who did not live to say so. */
const kept = async ({ storage }: MediaWork, { id }: TakenPhoto): Promise<Got> => {
  const bytes = (await storage.get(photoKey('raw', id))) ?? (await storage.get(photoKey('clean', id)));
  return bytes ? { bytes } : { refuse: 'gone' };
};

/** Takes away what the row no longer stands for, when somebody else decided about it or its sender was forgotten. */
const tidy = async ({ media, storage }: MediaWork, id: string): Promise<void> => {
  const state = await media.stateOf(id);
  if (state === 'clean' || state === 'refused' || !state) await storage.delete(photoKey('raw', id));
  if (state === 'refused' || !state) await storage.delete(photoKey('clean', id));
};

const refuse = async (work: MediaWork, photo: TakenPhoto, why: Refusal): Promise<void> => {
  const ours = await work.media.refuse(photo, why);
  await tidy(work, photo.id);
  if (ours) await work.refused?.(photo.contact);
};

const keepRaw = async (work: MediaWork, photo: TakenPhoto, bytes: Uint8Array): Promise<void> => {
  const unfit = unfitAtSight(bytes);
  if (unfit) return refuse(work, photo, unfit);
  await work.storage.put(photoKey('raw', photo.id), bytes, 'application/octet-stream');
  if (!(await work.media.raw(photo))) await tidy(work, photo.id);
};

const keepClean = async (work: MediaWork, photo: TakenPhoto, made: Cleaned): Promise<void> => {
  if (!made.ok) return refuse(work, photo, made.reason);
  const { ok: _, bytes, ...told } = made;
  await work.storage.put(photoKey('clean', photo.id), bytes, storedTypes.photo);
  if (photo.state === 'raw') await work.storage.delete(photoKey('raw', photo.id));
  if (!(await work.media.clean(photo, { ...told, size: bytes.length }))) await tidy(work, photo.id);
};

/** A voice note or video is kept as it came; nothing here ever decodes it. */
const keepRecording = async (work: MediaWork, recording: TakenPhoto, bytes: Uint8Array): Promise<void> => {
  const unfit = unfitAtSight(bytes, recording.kind);
  if (unfit) return refuse(work, recording, unfit);
  await work.storage.put(photoKey('clean', recording.id), bytes, storedTypes[recording.kind]);
  if (!(await work.media.clean(recording, { size: bytes.length }))) await tidy(work, recording.id);
};

const treat = async (work: MediaWork, photo: TakenPhoto): Promise<void> => {
  if (photo.attempts > mostTries) return refuse(work, photo, 'gone');
  const got = photo.state === 'raw' ? await kept(work, photo) : await fetched(work, photo);
  if (got === 'again')
    return photo.attempts === mostTries
      ? refuse(work, photo, 'gone')
      : work.media.later(photo, waitAfterTry(photo.attempts));
  if ('refuse' in got) return refuse(work, photo, got.refuse);
  if (photo.kind !== 'photo') return keepRecording(work, photo, got.bytes);
  if (!work.clean) return keepRaw(work, photo, got.bytes);
  return keepClean(work, photo, await work.clean(got.bytes, { place: photo.staff }));
};

/**
 * Fetches, cleans and stores every photo, voice note and video that is due, two at a time, and returns how many were taken up. Safe to run in
 * any number of processes; a call during a run joins it. A photo that ends a process again and again is refused in the
 * end, and a store that is away puts photos off without ever costing one.
 */
export const createMediaJob = (work: MediaWork): (() => Promise<number>) => {
  const lane = async (): Promise<number> => {
    for (let taken = 0; ; taken++) {
      const photo = await work.media.claim({ accounts: work.channels(), raw: work.clean !== undefined });
      if (!photo) return taken;
      await treat(work, photo).catch(async (error: unknown) => {
        work.alarm({ id: photo.id, ...faultOf(error) });
        await work.media.later(photo, ourFaultWait, true);
      });
    }
  };
  return coalesced(async () => {
    const taken = await Promise.all(Array.from({ length: lanes }, lane));
    return taken.reduce((sum, one) => sum + one, 0);
  });
};
