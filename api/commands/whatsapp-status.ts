import { account } from '../../bot/channels/whatsapp-linked/index.ts';
import { linkedDeviceOf } from '../../bot/domain/linked-device-settings.ts';
import { createLinkedDeviceStore } from '../../db/linked-device.ts';
import { LinkedDeviceUnreadable } from '../../db/linked-device-faults.ts';
import { createHealthBook } from '../../db/linked-device-health.ts';
import { loadCity } from '../../db/reads/city.ts';
import { devicePast } from '../../db/reads/linked-device.ts';
import type { Env } from '../env.ts';
import { endingOfNumber } from '../linked-device/linked-number.ts';
import type { Opened } from '../open.ts';
import { operatorCommand } from './operator-command.ts';
import { done } from './outcome.ts';
import { type DevicePicture, statusWords } from './whatsapp-status-words.ts';
import { settings, withDatabase } from './with-database.ts';

/** The number by its end; a device whose memory this key cannot open is linked all the same, by another one. */
const numberIn = async ({ database, seal }: Opened): Promise<DevicePicture['number']> => {
  try {
    const ending = await endingOfNumber(createLinkedDeviceStore(database, seal, account));
    return ending === undefined ? { linked: false } : { linked: true, ending };
  } catch (error) {
    if (error instanceof LinkedDeviceUnreadable) return { linked: true, ending: null };
    throw error;
  }
};

/** Everything that is known of the linked device, for words and for `--json`. */
export const devicePicture = async (
  opened: Opened,
  env: Pick<Env, 'WHATSAPP_LINKED_DEVICE' | 'AGENCY_TIMEZONE'>,
): Promise<DevicePicture> => {
  const { database } = opened;
  const { agency } = await loadCity(database, { publicUrl: '', zone: env.AGENCY_TIMEZONE });
  const { zone } = agency;
  const [number, health, past] = await Promise.all([
    numberIn(opened),
    createHealthBook(database, account, zone).read(),
    devicePast(database, account, zone),
  ]);
  return {
    on: env.WHATSAPP_LINKED_DEVICE,
    zone,
    number,
    health: health ?? null,
    ...linkedDeviceOf(agency.settings),
    ...past,
  };
};

export const whatsappStatusCommand = operatorCommand(
  { name: 'status', description: 'How the linked device is doing, and what to do', asks: 'tend-outbox' },
  {},
  () => {
    const env = settings();
    return withDatabase(env, async (opened) => {
      const picture = await devicePicture(opened, env);
      return done(statusWords(picture, new Date()), picture);
    });
  },
);
